import { useQueries, useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import type { Publication } from '#/api/types';

/** More than these nobody mends in one go. */
const STOPPED_MAX = 20;

/** Publications that stopped half-way and that this person may resume or undo. */
export function useStopped(): readonly Publication[] {
  const failed = useQuery(queries.publications({ state: 'failed' })).data ?? [];
  const products = useQueries({
    queries: failed.slice(0, STOPPED_MAX).map(({ dataProductId }) => queries.dataProduct(dataProductId)),
  });
  const may = new Set(products.flatMap(({ data }) => (data?.can.publish === true ? [data.activePublication] : [])));
  return failed.filter(({ id }) => may.has(id));
}
