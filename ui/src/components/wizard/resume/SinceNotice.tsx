import { Anchor, Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useId } from 'react';
import { Ago } from '#/kit/Ago';
import { Phrase, useText } from '#/messages';
import type { Change } from './remembered';
import classes from './SinceNotice.module.css';

interface SinceNoticeProps {
  changes: readonly Change[];
  /** When the draft was left. */
  since: string | null;
  /** How a field is called in this wizard. */
  nameOf: (path: string) => string;
  onGo: (path: string) => void;
  onAcknowledge: () => void;
}

/** What became of the things that a draft refers to since it was left, each with a way to its field. */
export function SinceNotice({ changes, since, nameOf, onGo, onAcknowledge }: SinceNoticeProps) {
  const text = useText();
  const id = useId();
  if (changes.length === 0) return null;
  return (
    <section className={classes.root} aria-labelledby={id}>
      <IconHistory size={20} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <p id={id} className={classes.title}>
          {since === null ? (
            text('wizard.since.title')
          ) : (
            <Phrase id="wizard.since.titleWhen" values={{ when: <Ago key="when" value={since} /> }} />
          )}
        </p>
        <ul className={classes.list}>
          {changes.map((change) => (
            <li key={`${change.was.path}-${change.was.id}-${change.code}`}>
              <Sentence {...change} />{' '}
              <Anchor component="button" type="button" inherit underline="always" onClick={() => onGo(change.was.path)}>
                {text('wizard.since.go', { field: nameOf(change.was.path) })}
              </Anchor>
            </li>
          ))}
        </ul>
        <div className={classes.foot}>
          <span>{text('wizard.since.kept')}</span>
          <Button variant="default" size="compact-md" onClick={onAcknowledge}>
            {text('wizard.since.acknowledge')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Sentence({ code, was, is }: Change) {
  const text = useText();
  const named = (key: string, name: string) => (
    <strong key={key}>
      <bdi>{name}</bdi>
    </strong>
  );
  const demanded = is.kind === 'classification' ? text(`domain.classification.${is.name as 'public'}.title`) : is.name;
  return (
    <Phrase
      id={`wizard.since.${code}`}
      values={{
        was: named('was', was.name),
        is: named('is', is.kind === 'classification' ? demanded : is.name),
        from: named('from', is.from),
        asked: named('asked', is.id),
        above: is.from === '' ? 'none' : 'named',
      }}
    />
  );
}
