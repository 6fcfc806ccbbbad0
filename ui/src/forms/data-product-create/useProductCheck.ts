import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import type { DataProductCheck, DataProductCheckInput } from '#/api/types';
import { checkName } from '#/components/form/checks';
import { useSettled } from '#/components/form/useSettled';
import { checkedName, type NameCheck } from '#/components/wizard/resume/present';
import type { ProductValues } from './values';

function useCheck({ name, purpose, domainId }: ProductValues) {
  const input: DataProductCheckInput = {
    name: name.trim(),
    ...(purpose.trim() === '' ? {} : { purpose: purpose.trim() }),
    ...(domainId === '' ? {} : { domainId }),
  };
  const settled = useSettled(input, JSON.stringify(input));
  const ready = checkName(settled.name) === undefined;
  const answer = useQuery({
    queryKey: ['data-product', 'check', settled],
    queryFn: ({ signal }) => actions.checkDataProduct(settled, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return { answer, ready, asked: settled.name };
}

/** What would become of this product: its readable id, what doesn't hold, names that look alike. */
export function useProductCheck(values: ProductValues): DataProductCheck | null {
  const { answer, ready } = useCheck(values);
  return ready ? (answer.data ?? null) : null;
}

/** What the platform says of the name as it stands now. */
export function useProductName(values: ProductValues): NameCheck | null | undefined {
  const { answer, ready, asked } = useCheck(values);
  return checkedName({ name: values.name.trim(), asked, ready, answer });
}
