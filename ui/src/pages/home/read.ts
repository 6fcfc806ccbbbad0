import type { QueryClient } from '@tanstack/react-query';
import { isOwn } from '#/api/own';
import { queries } from '#/api/query';
import type { Session } from '#/api/types';

/** Enough to find what happened last among them: drafts aren't told of. */
const RECENT = 20;
const OWN = 6;

/** What Home shows. */
export const homeQueries = {
  domains: () => queries.firstDomains({ order: 'updated' }, RECENT),
  products: () => queries.firstDataProducts({ order: 'updated' }, RECENT),
  ownProducts: (personId: string) => queries.firstDataProducts({ ownerId: personId, order: 'updated' }, OWN),
  ownDomains: (personId: string) => queries.firstDomains({ ownerId: personId, order: 'products' }, OWN),
  largestDomains: () => queries.firstDomains({ order: 'products' }, OWN),
};

/** Reads all of Home at once, so that it is drawn once. What can't be read is told by the page itself. */
export async function readHome(client: QueryClient, session: Session): Promise<void> {
  const { id, role } = session.person;
  // Who has no role is shown nothing of all this.
  if (role == null) return;
  await Promise.allSettled([
    client.ensureQueryData(homeQueries.domains()),
    client.ensureQueryData(homeQueries.products()),
    client.ensureQueryData(homeQueries.ownProducts(id)),
    client.ensureQueryData(homeQueries.ownDomains(id)),
    client.ensureQueryData(homeQueries.largestDomains()),
    client.ensureQueryData(queries.drafts()),
    client.ensureQueryData(queries.publications({ state: 'failed' })),
    ...(isOwn(session) ? [] : [client.ensureQueryData(queries.unreadNotifications())]),
  ]);
}
