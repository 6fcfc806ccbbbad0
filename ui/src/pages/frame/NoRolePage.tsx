import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import { PageTitle } from '#/kit/PageTitle';
import { ClosedWeave } from '#/kit/weave/ClosedWeave';
import { useText } from '#/messages';
import classes from './NoRolePage.module.css';

const ASK_EVERY_MS = 10_000;

/** For someone who is known here but may not see anything yet. */
export function NoRolePage() {
  const text = useText();
  // No event tells someone without a role, so the page asks.
  useQuery({ ...queries.session(), refetchInterval: ASK_EVERY_MS });
  return (
    <div className={classes.root}>
      <div className={classes.picture} aria-hidden>
        <ClosedWeave />
      </div>
      <PageTitle tab={text('frame.noRole.title')} size="h2">
        {text('frame.noRole.title')}
      </PageTitle>
      <p>{text('frame.noRole.body')}</p>
      <p>{text('frame.noRole.next')}</p>
    </div>
  );
}
