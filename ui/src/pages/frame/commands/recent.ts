/*
 * The things this person opened last, on this machine. Readable ids only: their names are asked for when they are
 * shown, so that what was renamed has its new name, and what was taken away isn't shown.
 */

export interface Recent {
  kind: 'domain' | 'data-product';
  slug: string;
}

const KEPT = 8;
const keyOf = (personId: string) => `selvedge.recent.${personId}`;

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, slug } = value as Record<string, unknown>;
  return (kind === 'domain' || kind === 'data-product') && typeof slug === 'string';
}

export function recentsOf(personId: string): readonly Recent[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isRecent).slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

function keep(personId: string, recents: readonly Recent[]): void {
  try {
    localStorage.setItem(keyOf(personId), JSON.stringify(recents));
  } catch {
    // Without storage there are no recent things; everything else is as ever.
  }
}

const same = (a: Recent, b: Recent) => a.kind === b.kind && a.slug === b.slug;

export function rememberRecent(personId: string, opened: Recent): void {
  const others = recentsOf(personId).filter((each) => !same(each, opened));
  keep(personId, [opened, ...others].slice(0, KEPT));
}

export function forgetRecent(personId: string, gone: Recent): void {
  keep(
    personId,
    recentsOf(personId).filter((each) => !same(each, gone)),
  );
}

/** What is open at an address; null for lists and everything else. */
export function openedAt(pathname: string): Recent | null {
  const [, list, slug] = /^\/(domains|data-products)\/([^/]+)$/.exec(pathname) ?? [];
  if (slug === undefined) return null;
  return { kind: list === 'domains' ? 'domain' : 'data-product', slug: decodeURIComponent(slug) };
}
