import { useQueries } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { forgetRecent, openedAt, type Recent, recentsOf, rememberRecent } from './recent';

/** Keeps what is opened, as the things recently opened. */
export function useRememberRecents(personId: string): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const opened = openedAt(pathname);
    if (opened !== null) rememberRecent(personId, opened);
  }, [pathname, personId]);
}

export interface RecentThing extends Recent {
  id: string;
  name: string;
  /** The domain that a data product belongs to. */
  domain?: string;
}

const SHOWN = 5;

/** The things recently opened, by their present names; without the one that is open now. */
export function useRecents(personId: string, pathname: string): readonly RecentThing[] {
  const recents = useMemo(() => {
    const here = openedAt(pathname);
    return recentsOf(personId).filter(({ kind, slug }) => kind !== here?.kind || slug !== here.slug);
  }, [personId, pathname]);
  const domains = recents.filter(({ kind }) => kind === 'domain');
  const products = recents.filter(({ kind }) => kind === 'data-product');
  const readDomains = useQueries({ queries: domains.map(({ slug }) => queries.domain(slug)) });
  const readProducts = useQueries({ queries: products.map(({ slug }) => queries.dataProduct(slug)) });

  useEffect(() => {
    for (const [index, recent] of domains.entries()) {
      if (isProblem(readDomains[index]?.error, 'not_found')) forgetRecent(personId, recent);
    }
    for (const [index, recent] of products.entries()) {
      if (isProblem(readProducts[index]?.error, 'not_found')) forgetRecent(personId, recent);
    }
  }, [domains, products, readDomains, readProducts, personId]);

  const things = recents.flatMap((recent): RecentThing[] => {
    if (recent.kind === 'domain') {
      const read = readDomains[domains.indexOf(recent)];
      return read?.data === undefined || read.isError ? [] : [{ ...recent, id: read.data.id, name: read.data.name }];
    }
    const read = readProducts[products.indexOf(recent)];
    if (read?.data === undefined || read.isError) return [];
    return [{ ...recent, id: read.data.id, name: read.data.name, domain: read.data.domain.name }];
  });
  // A thing that was renamed is remembered under both of its readable ids.
  return things.filter(({ id }, index) => things.findIndex((other) => other.id === id) === index).slice(0, SHOWN);
}
