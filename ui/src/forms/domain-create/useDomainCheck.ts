import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import type { DomainCheck } from '#/api/types';
import { checkName } from '#/components/form/checks';
import { useSettled } from '#/components/form/useSettled';
import { type DomainValues, domainInput } from './values';

/** What would become of this domain: its readable id, what doesn't hold, names that look alike. */
export function useDomainCheck(values: DomainValues): DomainCheck | null {
  const input = domainInput(values);
  const settled = useSettled(input, JSON.stringify(input));
  const ready = checkName(settled.name) === undefined;
  const check = useQuery({
    queryKey: ['domain', 'check', settled],
    queryFn: ({ signal }) => actions.checkDomain(settled, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return ready ? (check.data ?? null) : null;
}
