import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import type { Domain } from '#/api/types';

/** Domains below which this person may put others. */
export function useParents(): { parents: readonly Domain[]; loading: boolean } {
  const domains = useQuery(queries.domains());
  return {
    parents: (domains.data ?? []).filter(({ can }) => can.createSubdomain),
    loading: domains.isPending,
  };
}

/** The name of the chosen parent; null while there is none or it isn't known. */
export function useParentName(id: string | null): string | null {
  const domains = useQuery(queries.domains());
  return domains.data?.find((domain) => domain.id === id)?.name ?? null;
}
