import type { Session } from './types';

/** Whether this is someone's own workspace on their own computer: nobody signs in, and nobody else comes. */
export function isOwn(session: Session): boolean {
  return session.workspace.kind === 'local' && !session.workspace.demo;
}

/** Whether they may begin a data product somewhere; in which domains, each domain says. */
export function mayMakeProducts({ can, person }: Session): boolean {
  return can.seeCatalog && person.role !== 'viewer';
}

export function mayMakeDomains({ can }: Session): boolean {
  return can.createDomain;
}
