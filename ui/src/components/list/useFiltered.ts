import { useMemo, useState } from 'react';

/** Letters without case and marks, so that "grosse" is found by "Größe" and the other way round. */
export function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLocaleLowerCase();
}

interface Filtered<T, S extends string> {
  query: string;
  setQuery: (query: string) => void;
  sort: S;
  setSort: (sort: S) => void;
  shown: readonly T[];
}

/** Items that hold every typed word, in the chosen order. `words` and `orders` must be stable. */
export function useFiltered<T, S extends string>(
  items: readonly T[] | undefined,
  words: (item: T) => string,
  orders: Readonly<Record<S, (a: T, b: T) => number>>,
  first: NoInfer<S>,
): Filtered<T, S> {
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<S>(first);
  const shown = useMemo(() => {
    const sought = folded(query).split(/\s+/).filter(Boolean);
    return (items ?? [])
      .filter((item) => {
        const text = folded(words(item));
        return sought.every((word) => text.includes(word));
      })
      .sort(orders[sort]);
  }, [items, words, orders, query, sort]);
  return { query, setQuery, sort, setSort, shown };
}
