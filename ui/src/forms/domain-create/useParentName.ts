import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';

/** The name of the chosen parent; null while there is none or it isn't known. */
export function useParentName(id: string | null): string | null {
  const parent = useQuery({ ...queries.domain(id ?? ''), enabled: id !== null });
  return id === null ? null : (parent.data?.name ?? null);
}
