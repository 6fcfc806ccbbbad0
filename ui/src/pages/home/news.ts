import type { DataProduct, Notification } from '#/api/types';

/** Unread notifications but for those of which Home says already that they wait for this person. */
export function notWaiting(unread: readonly Notification[], products: readonly DataProduct[]): Notification[] {
  const stopped = new Set(
    products.filter((product) => product.activePublication && product.can.publish).map(({ id }) => id),
  );
  return unread.filter(({ kind, thing }) => kind !== 'publication_failed' || !stopped.has(thing.id));
}
