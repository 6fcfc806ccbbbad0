import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import type { Team } from '#/api/types';
import { EditForm } from '#/components/edit/EditForm';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import { TeamFields } from './TeamFields';
import { teamLabels } from './labels';
import { checkTeam, initialTeam, type TeamValues, teamInput } from './values';

interface TeamCreateProps {
  /** Whoever is signed in; the first to belong to it and to lead it. */
  self: string | null;
  onCreated: (team: Team) => void;
  onCancel: () => void;
}

/** Makes a team on one page. */
export function TeamCreate({ self, onCreated, onCancel }: TeamCreateProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const intent = useRef(newIntent());
  return (
    <EditForm<TeamValues>
      read={{ values: initialTeam(self), revision: 0 }}
      check={checkTeam}
      // Nobody else can have changed what isn't there yet.
      compare={() => []}
      merge={(mine) => mine}
      readAgain={() => Promise.reject(new Error('a new team has no other version'))}
      fieldName={(path) => text(teamLabels(path))}
      saveLabel={text('team.create.finish')}
      onCancel={onCancel}
      onSave={async (values) => {
        const team = await actions.createTeam(teamInput(values), { intent: intent.current }).catch((cause: unknown) => {
          // What is corrected after a refusal is another intent than what was refused.
          intent.current = newIntent();
          throw cause;
        });
        await queryClient.invalidateQueries({ queryKey: ['team', 'list'] });
        toastDone(text('team.created', { name: team.name }));
        onCreated(team);
      }}
    >
      {(form) => <TeamFields form={form} anew />}
    </EditForm>
  );
}
