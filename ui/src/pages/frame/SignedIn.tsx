import { Outlet } from '@tanstack/react-router';
import { isOwn, useSession } from '#/api/session';
import { Commands } from './commands/Commands';
import { Arrivals } from './notifications/Arrivals';
import { PublicationEnds } from './PublicationEnds';
import { RefusedFiles } from './RefusedFiles';

/** What goes on behind every page of someone signed in. */
export function SignedIn() {
  const session = useSession();
  return (
    <>
      <PublicationEnds />
      {session.can.seeCatalog && !isOwn(session) && <Arrivals />}
      <RefusedFiles />
      <Commands />
      <Outlet />
    </>
  );
}
