import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type DomainFilter, queries } from '#/api/query';
import type { Domain } from '#/api/types';
import { useSettled } from './useSettled';

const SETTLED_MS = 120;
const OFFERED = 20;

interface FoundDomains {
  domains: readonly Domain[];
  /** The one that is chosen, among them or not. */
  chosen: Domain | undefined;
  loading: boolean;
  /** Whether there is none at all, whatever is typed. */
  nowhere: boolean;
  onSearch: (typed: string) => void;
}

/** The first few domains in use that match what is typed and with which one may do something. */
export function useFoundDomains(can: NonNullable<DomainFilter['can']>, chosenId: string | null): FoundDomains {
  const [typed, setTyped] = useState('');
  const chosen = useQuery({ ...queries.domain(chosenId ?? ''), enabled: chosenId !== null && chosenId !== '' }).data;
  // The field repeats the name of the chosen one; that isn't looked for.
  const sought = chosen !== undefined && typed === chosen.name ? '' : typed.trim();
  const settled = useSettled(sought, sought, SETTLED_MS);
  const found = useQuery(queries.firstDomains({ can, shown: 'active', query: settled }, OFFERED));
  const domains = found.data?.items ?? [];
  const beside = chosen === undefined || domains.some(({ id }) => id === chosen.id) ? [] : [chosen];
  return {
    // Whatever is looked for comes first, so that Enter takes it.
    domains: sought === '' ? [...beside, ...domains] : [...domains, ...beside],
    chosen,
    loading: found.isPending || found.isPlaceholderData || settled !== sought,
    nowhere: found.isSuccess && !found.isPlaceholderData && settled === '' && domains.length === 0,
    onSearch: setTyped,
  };
}
