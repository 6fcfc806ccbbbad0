import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#/messages';
import classes from './Wizard.module.css';
import type { WizardDefinition } from './wizard';

/** Names and values of one step's answers. */
export function Answers({ children }: { children: ReactNode }) {
  return <dl className={classes.answers}>{children}</dl>;
}

export function Answer({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.answer}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ReviewProps<V extends object> {
  wizard: WizardDefinition<V>;
  values: V;
  onGo: (id: string) => void;
}

/** Everything that was answered, step by step, each with a way back to it. */
export function Review<V extends object>({ wizard, values, onGo }: ReviewProps<V>) {
  const text = useText();
  return (
    <div className={classes.review}>
      {wizard.steps.map(({ id, title, Summary }) => (
        <section key={id} className={classes.reviewPart}>
          <h2>{text(title)}</h2>
          <Summary values={values} />
          <div>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => onGo(id)}
              aria-label={text('wizard.review.changeStep', { step: text(title) })}
            >
              {text('wizard.review.change')}
            </Button>
          </div>
        </section>
      ))}
    </div>
  );
}
