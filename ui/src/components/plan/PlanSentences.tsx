import type { StepSentence } from '#/api/types';
import { Phrase, useText } from '#/messages';
import classes from './Plan.module.css';

/** What a plan does or did, one sentence each, in order. */
export function PlanSentences({ sentences }: { sentences: readonly StepSentence[] }) {
  const text = useText();
  return (
    <ol className={classes.sentences}>
      {sentences.map(({ code, params }) => {
        const values = Object.fromEntries(
          Object.entries(params).map(([name, value]) => {
            if (name === 'role' || name === 'value') return [name, text(wordId(name, String(value)))];
            return [name, typeof value === 'number' ? value : <bdi key={name}>{value}</bdi>];
          }),
        );
        return (
          <li key={`${code}-${Object.values(params).join('-')}`}>
            <Phrase id={`plan.sentence.${code}`} values={values} />
          </li>
        );
      })}
    </ol>
  );
}

function wordId(name: 'role' | 'value', value: string) {
  if (name === 'value') return `domain.classification.${value as 'public'}.title` as const;
  if (value === 'owner' || value === 'steward') return `domain.role.${value}` as const;
  return `frame.role.${value as 'member'}` as const;
}
