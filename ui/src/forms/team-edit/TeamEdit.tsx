import { useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import type { Team } from '#/api/types';
import { type ComparedField, EditForm, type Read } from '#/components/edit/EditForm';
import { usePeopleNames } from '#/components/things/PersonName';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import { teamLabels } from './labels';
import { TeamFields } from './TeamFields';
import { checkTeam, type TeamValues, teamInput, teamValues } from './values';

interface TeamEditProps {
  team: Team;
  onSaved: (team: Team) => void;
  onCancel: () => void;
}

function readOf(team: Team): Read<TeamValues> {
  return { values: teamValues(team), revision: team.revision };
}

/** Edits a team on one page. */
export function TeamEdit({ team, onSaved, onCancel }: TeamEditProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const known = new Map(team.members.map(({ person }) => [person.id, person.name]));
  const names = usePeopleNames([...known.keys()]);
  const nameOf = (id: string) =>
    queryClient.getQueryData(queries.personName(id).queryKey) ?? known.get(id) ?? names[0] ?? '';
  const compare = ({ name, purpose, members, leads }: TeamValues): ComparedField[] => [
    { path: 'name', label: text('team.name'), shown: name },
    { path: 'purpose', label: text('team.purpose'), shown: purpose },
    {
      path: 'members',
      label: text('team.members'),
      shown: members
        .map((id) => text('team.compare', { name: nameOf(id), leads: leads.includes(id) ? 'yes' : 'no' }))
        .sort((a, b) => a.localeCompare(b))
        .join(', '),
    },
  ];
  return (
    <EditForm<TeamValues>
      read={readOf(team)}
      check={checkTeam}
      compare={compare}
      merge={(mine, theirs, side) => {
        const { members, leads } = side('members') === 'mine' ? mine : theirs;
        return {
          name: side('name') === 'mine' ? mine.name : theirs.name,
          purpose: side('purpose') === 'mine' ? mine.purpose : theirs.purpose,
          members,
          leads,
        };
      }}
      fieldName={(path) => text(teamLabels(path))}
      onSave={async (values, revision) => {
        const saved = await actions.updateTeam(team.id, revision, teamInput(values));
        await queryClient.invalidateQueries({ queryKey: ['team'] });
        toastDone(text('team.saved', { name: saved.name }));
        onSaved(saved);
      }}
      readAgain={async () => readOf(await queryClient.fetchQuery({ ...queries.team(team.id), staleTime: 0 }))}
      onCancel={onCancel}
    >
      {(form) => <TeamFields form={form} />}
    </EditForm>
  );
}
