import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import type { DomainCheck } from '#/api/types';
import { checkName } from '#/components/form/checks';
import { useSettled } from '#/components/form/useSettled';
import { checkedName, type NameCheck } from '#/components/wizard/resume/present';
import { type DomainValues, domainInput } from './values';

function useCheck(values: DomainValues) {
  const input = domainInput(values);
  const settled = useSettled(input, JSON.stringify(input));
  const ready = checkName(settled.name) === undefined;
  const answer = useQuery({
    queryKey: ['domain', 'check', settled],
    queryFn: ({ signal }) => actions.checkDomain(settled, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return { answer, ready, asked: settled.name };
}

/** What would become of this domain: its readable id, what doesn't hold, names that look alike. */
export function useDomainCheck(values: DomainValues): DomainCheck | null {
  const { answer, ready } = useCheck(values);
  return ready ? (answer.data ?? null) : null;
}

/** What the platform says of the name as it stands now. */
export function useDomainName(values: DomainValues): NameCheck | null | undefined {
  const { answer, ready, asked } = useCheck(values);
  return checkedName({ name: values.name.trim(), asked, ready, answer });
}
