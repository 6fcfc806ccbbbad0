import type { ReactNode } from 'react';
import { useText } from '#/messages';
import classes from './PlanList.module.css';
import wizard from './Wizard.module.css';

/** What will happen, one sentence each, in order. */
export function PlanList({ sentences }: { sentences: readonly { key: string; sentence: ReactNode }[] }) {
  const text = useText();
  return (
    <>
      <h2 className={wizard.asideTitle}>{text('wizard.review.plan')}</h2>
      <ol className={classes.plan}>
        {sentences.map(({ key, sentence }) => (
          <li key={key}>{sentence}</li>
        ))}
      </ol>
    </>
  );
}
