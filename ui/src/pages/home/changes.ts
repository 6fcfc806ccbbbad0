import type { DataProduct, Domain, Notification } from '#/api/types';

/** Something that happened in the workspace, as far as this person may see it. */
export type Change = { id: string; at: string } & (
  | { what: 'published' | 'described'; product: DataProduct }
  | { what: 'created' | 'changed'; domain: Domain }
);

/** A record is written a moment before or after what it tells of. */
const SAME_MS = 2000;

const soon = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) < SAME_MS;

function ofProduct(product: DataProduct): Change[] {
  const { id, currentVersion, updatedAt } = product;
  if (currentVersion == null) return [];
  const at = currentVersion.publishedAt;
  // Publishing changes the product as well; only a later change is one of its own.
  return Date.parse(updatedAt) - Date.parse(at) > SAME_MS
    ? [{ id, at: updatedAt, what: 'described', product }]
    : [{ id, at, what: 'published', product }];
}

function ofDomain(domain: Domain): Change {
  const { id, createdAt, updatedAt } = domain;
  return { id, at: updatedAt, what: soon(createdAt, updatedAt) ? 'created' : 'changed', domain };
}

/** What happened last, the newest first; of each thing only its last change, and none that `told` says already. */
export function lastChanges(
  products: readonly DataProduct[],
  domains: readonly Domain[],
  count: number,
  told: readonly Notification[] = [],
): Change[] {
  const isTold = ({ id, at }: Change) =>
    told.some((news) => news.thing.id === id && Date.parse(news.at) > Date.parse(at) - SAME_MS);
  return [...products.flatMap(ofProduct), ...domains.map(ofDomain)]
    .filter((change) => !isTold(change))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, count);
}
