import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import { useText } from '#/messages';
import classes from './StaleChoice.module.css';

/** Which of the two versions of a field goes on. */
export type Side = 'mine' | 'theirs';

/** A field that the two versions tell differently. */
export interface Difference {
  path: string;
  label: string;
  mine: string;
  theirs: string;
}

interface StaleChoiceProps {
  differences: readonly Difference[];
  sides: Readonly<Record<string, Side>>;
  onChoose: (sides: Record<string, Side>) => void;
  onSave: () => void;
  saving: boolean;
}

/** Somebody saved while this was edited: both versions side by side, chosen field by field. */
export function StaleChoice({ differences, sides, onChoose, onSave, saving }: StaleChoiceProps) {
  const text = useText();
  const id = useId();
  const root = useRef<HTMLElement>(null);
  useEffect(() => root.current?.focus(), []);
  const all = (side: Side) => onChoose(Object.fromEntries(differences.map(({ path }) => [path, side])));
  return (
    <section className={classes.root} ref={root} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <div className={classes.head} role="alert">
        <h2 id={`${id}-title`}>
          <IconArrowsSplit2 size={20} aria-hidden />
          {text('wizard.stale.title')}
        </h2>
        <p>{text(differences.length === 0 ? 'wizard.stale.same' : 'wizard.stale.body')}</p>
      </div>
      {differences.length > 1 && (
        <div className={classes.all}>
          <Button size="xs" variant="default" onClick={() => all('mine')}>
            {text('wizard.stale.allMine')}
          </Button>
          <Button size="xs" variant="default" onClick={() => all('theirs')}>
            {text('wizard.stale.allTheirs')}
          </Button>
        </div>
      )}
      {differences.map((difference) => (
        <fieldset key={difference.path} className={classes.difference}>
          <legend>
            <bdi>{difference.label}</bdi>
          </legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className={classes.side}>
              <input
                type="radio"
                name={`${id}-${difference.path}`}
                checked={sides[difference.path] === side}
                onChange={() => onChoose({ ...sides, [difference.path]: side })}
              />
              <span style={{ minWidth: 0 }}>
                <span className={classes.who}>{text(`wizard.stale.${side}`)}</span>
                <span className={classes.value} dir="auto" data-empty={difference[side] === '' || undefined}>
                  {difference[side] === '' ? text('wizard.stale.empty') : difference[side]}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div>
        <Button onClick={onSave} loading={saving}>
          {text('wizard.stale.save')}
        </Button>
      </div>
    </section>
  );
}
