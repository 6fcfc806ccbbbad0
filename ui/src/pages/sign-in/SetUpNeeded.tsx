import { Doorway } from '#/kit/Doorway';
import { PageTitle } from '#/kit/PageTitle';
import { LoomWeave } from '#/kit/weave/LoomWeave';
import { useText } from '#/messages';
import classes from './SetUpNeeded.module.css';

/** Nobody can sign in yet: the way in is the link that the server printed. */
export function SetUpNeeded({ workspace }: { workspace: string }) {
  const text = useText();
  return (
    <Doorway>
      <div className={classes.picture} aria-hidden>
        <LoomWeave />
      </div>
      <PageTitle tab={text('access.setUpNeeded.title', { workspace })}>
        {text('access.setUpNeeded.title', { workspace })}
      </PageTitle>
      <p className={classes.lead}>{text('access.setUpNeeded.lead')}</p>
      <p className={classes.lead}>{text('access.setUpNeeded.next')}</p>
    </Doorway>
  );
}
