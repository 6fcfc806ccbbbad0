import { Outlet } from '@tanstack/react-router';
import { PublicationEnds } from './PublicationEnds';

/** What goes on behind every page of someone signed in. */
export function SignedIn() {
  return (
    <>
      <PublicationEnds />
      <Outlet />
    </>
  );
}
