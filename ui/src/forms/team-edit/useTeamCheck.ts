import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import type { TeamCheck } from '#/api/types';
import { checkName } from '#/components/form/checks';
import { useSettled } from '#/components/form/useSettled';
import { type TeamValues, teamInput } from './values';

/** What would become of this team: its readable id, what doesn't hold, names that look alike. */
export function useTeamCheck(values: TeamValues, enabled: boolean): TeamCheck | null {
  const input = teamInput(values);
  const settled = useSettled(input, JSON.stringify(input));
  const ready = enabled && checkName(settled.name) === undefined;
  const check = useQuery({
    queryKey: ['team', 'check', settled],
    queryFn: ({ signal }) => actions.checkTeam(settled, signal),
    enabled: ready,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return ready ? (check.data ?? null) : null;
}
