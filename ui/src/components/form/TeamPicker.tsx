import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '#/api/query';
import { useText } from '#/messages';
import type { FieldIssue } from './formState';
import { PickerField } from './PickerField';

interface TeamPickerProps {
  path: string;
  label: string;
  help?: ReactNode;
  /** The team's id; null for none. */
  value: string | null;
  onPick: (id: string | null) => void;
  issue?: FieldIssue | undefined;
  suggested?: boolean;
}

/** Picks a team by name, or none. */
export function TeamPicker({ value, onPick, ...field }: TeamPickerProps) {
  const text = useText();
  const teams = useQuery(queries.teams());
  return (
    <PickerField
      {...field}
      options={(teams.data ?? []).map(({ id, name, members }) => ({
        value: id,
        label: name,
        detail: text('wizard.picker.teamOf', {
          count: members.length,
          lead: members.find(({ lead }) => lead)?.person.name ?? '',
        }),
      }))}
      value={value ?? ''}
      loading={teams.isPending}
      nothing={text(teams.data?.length === 0 ? 'wizard.picker.noTeams' : 'wizard.picker.noTeam')}
      onPick={onPick}
      onClear={() => onPick(null)}
    />
  );
}
