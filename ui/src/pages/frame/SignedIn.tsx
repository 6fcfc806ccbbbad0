import { Outlet } from '@tanstack/react-router';
import { Commands } from './commands/Commands';
import { PublicationEnds } from './PublicationEnds';
import { RefusedFiles } from './RefusedFiles';

/** What goes on behind every page of someone signed in. */
export function SignedIn() {
  return (
    <>
      <PublicationEnds />
      <RefusedFiles />
      <Commands />
      <Outlet />
    </>
  );
}
