import { useText } from '#/messages';
import classes from './Policy.module.css';
import { policySentence } from './sentence';

/** The rules that decided something, in words. */
export function DecidedBy({ policies }: { policies: readonly string[] }) {
  const text = useText();
  return (
    <dl className={classes.decided}>
      <dt>{text('policy.decided')}</dt>
      {policies.length === 0 && <dd className={classes.soft}>{text('policy.decided.none')}</dd>}
      {policies.map((policy) => (
        <dd key={policy}>{policySentence(text, policy)}</dd>
      ))}
    </dl>
  );
}
