import type { DomainOutline } from '#/api/types';
import { folded } from '#/components/list/useFiltered';

/** The domains whose name, or that of one above them, holds every typed word. */
export function found(domains: readonly DomainOutline[], query: string): readonly DomainOutline[] {
  const sought = folded(query).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return domains;
  const byId = new Map(domains.map((domain) => [domain.id, domain]));
  const known = new Map<string, string>();
  const wordsOf = ({ id, name, slug, parentId }: DomainOutline): string => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const parent = parentId === null ? undefined : byId.get(parentId);
    const words = `${folded(`${name} ${slug}`)} ${parent === undefined ? '' : wordsOf(parent)}`;
    known.set(id, words);
    return words;
  };
  return domains.filter((domain) => {
    const words = wordsOf(domain);
    return sought.every((word) => words.includes(word));
  });
}

const names = new Intl.Collator();

export const orders = {
  name: (a: DomainOutline, b: DomainOutline) => names.compare(a.name, b.name),
  updated: (a: DomainOutline, b: DomainOutline) => b.updatedAt.localeCompare(a.updatedAt),
  products: (a: DomainOutline, b: DomainOutline) =>
    b.dataProductCount - a.dataProductCount || names.compare(a.name, b.name),
};
