import { type ReactNode, useId } from 'react';
import classes from './ChoiceCards.module.css';
import { fieldId } from './issues';

export interface Choice<T extends string> {
  value: T;
  title: string;
  body: string;
  example?: string;
  picture?: ReactNode;
}

interface ChoiceCardsProps<T extends string> {
  path: string;
  label: string;
  help?: string;
  choices: readonly Choice<T>[];
  value: T;
  onChoose: (value: T) => void;
}

/** One of a few, each with a picture and a sentence. */
export function ChoiceCards<T extends string>({ path, label, help, choices, value, onChoose }: ChoiceCardsProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes.group} aria-describedby={help === undefined ? undefined : `${name}-help`}>
      <legend className={classes.legend}>{label}</legend>
      {help !== undefined && (
        <p className={classes.help} id={`${name}-help`}>
          {help}
        </p>
      )}
      <div className={classes.cards}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={classes.card} data-checked={choice.value === value || undefined}>
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
          </label>
        ))}
      </div>
    </fieldset>
  );
}
