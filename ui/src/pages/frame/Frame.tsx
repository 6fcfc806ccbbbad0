import { Outlet } from '@tanstack/react-router';
import { mayMakeProducts } from '#/api/own';
import { useSession } from '#/api/session';
import { DropToCreate } from '#/forms/data-product-create/DropToCreate';
import { Phrase } from '#/messages';
import { ConnectionBanner } from './ConnectionBanner';
import classes from './Frame.module.css';
import { NoRolePage } from './NoRolePage';
import { Rail } from './Rail';
import { TopBar } from './TopBar';

/** The rail, the top bar and the page between them. */
export function Frame() {
  const session = useSession();
  const { role } = session.person;
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content">
        <Phrase id="frame.skip" />
      </a>
      <Rail session={session} />
      <div className={classes.body}>
        <TopBar session={session} />
        <ConnectionBanner />
        <main id="content" className={classes.content} tabIndex={-1}>
          {role == null ? <NoRolePage /> : <Outlet />}
        </main>
      </div>
      {mayMakeProducts(session) && <DropToCreate />}
    </div>
  );
}
