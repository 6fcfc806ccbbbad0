import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './ChoiceCards.module.css';
import { fieldId } from './issues';

export interface Choice<T extends string> {
  value: T;
  title: string;
  body: string;
  example?: string;
  picture?: ReactNode;
  /** Why it can't be chosen. */
  locked?: string | undefined;
}

interface ChoiceCardsProps<T extends string> {
  path: string;
  label: string;
  help?: string;
  choices: readonly Choice<T>[];
  value: T;
  onChoose: (value: T) => void;
  /** How many stand side by side, where there is room. */
  columns?: 2 | 3;
}

/** One of a few, each with a picture and a sentence. */
export function ChoiceCards<T extends string>(props: ChoiceCardsProps<T>) {
  const { path, label, help, choices, value, onChoose, columns = 3 } = props;
  const name = useId();
  return (
    <fieldset className={classes.group} aria-describedby={help === undefined ? undefined : `${name}-help`}>
      <legend className={classes.legend}>{label}</legend>
      {help !== undefined && (
        <p className={classes.help} id={`${name}-help`}>
          {help}
        </p>
      )}
      <div className={classes.cards} data-columns={columns}>
        {choices.map((choice, index) => (
          <label
            key={choice.value}
            className={classes.card}
            data-checked={choice.value === value || undefined}
            data-locked={choice.locked !== undefined || undefined}
          >
            {choice.picture !== undefined && (
              <span className={classes.picture} aria-hidden>
                {choice.picture}
              </span>
            )}
            <input
              type="radio"
              className={classes.input}
              id={index === 0 ? fieldId(path) : undefined}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.locked !== undefined}
              onChange={() => onChoose(choice.value)}
              aria-labelledby={`${name}-${choice.value}-title`}
              aria-describedby={`${name}-${choice.value}-body`}
            />
            <span className={classes.title} id={`${name}-${choice.value}-title`}>
              {choice.title}
            </span>
            <span className={classes.body} id={`${name}-${choice.value}-body`}>
              {choice.body}
            </span>
            {choice.example !== undefined && <span className={classes.example}>{choice.example}</span>}
            {choice.locked !== undefined && (
              <span className={classes.lock}>
                <IconLock size={14} aria-hidden /> {choice.locked}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
