import type { Notification, Publication } from '#/api/types';

/** Unread notifications but for those of which Home says already that they wait for this person. */
export function notWaiting(unread: readonly Notification[], stopped: readonly Publication[]): Notification[] {
  const waiting = new Set(stopped.map(({ dataProductId }) => dataProductId));
  return unread.filter(({ kind, thing }) => kind !== 'publication_failed' || !waiting.has(thing.id));
}
