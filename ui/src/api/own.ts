import type { Session } from './types';

/** Whether this is someone's own workspace on their own computer: nobody signs in, and nobody else comes. */
export function isOwn(session: Session): boolean {
  return session.workspace.kind === 'local';
}
