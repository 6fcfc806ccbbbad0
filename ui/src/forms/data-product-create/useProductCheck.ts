import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import type { DataProductCheck, DataProductCheckInput } from '#/api/types';
import { checkName } from '#/components/form/checks';
import { useSettled } from '#/components/form/useSettled';
import type { ProductValues } from './values';

/** What would become of this product: its readable id, what doesn't hold, names that look alike. */
export function useProductCheck({ name, purpose, domainId }: ProductValues): DataProductCheck | null {
  const input: DataProductCheckInput = {
    name: name.trim(),
    ...(purpose.trim() === '' ? {} : { purpose: purpose.trim() }),
    ...(domainId === '' ? {} : { domainId }),
  };
  const settled = useSettled(input, JSON.stringify(input));
  const ready = checkName(settled.name) === undefined;
  const check = useQuery({
    queryKey: ['data-product', 'check', settled],
    queryFn: ({ signal }) => actions.checkDataProduct(settled, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return ready ? (check.data ?? null) : null;
}
