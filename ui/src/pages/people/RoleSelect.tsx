import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actions } from '#/api/actions';
import { asProblem, isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { Person, Role } from '#/api/types';
import { useProblemText } from '#/kit/problemText';
import { toastDone, toastFailed } from '#/kit/toast';
import { useText } from '#/messages';
import { roles } from './roles';
import { StaleRole } from './StaleRole';

interface RoleChange {
  person: Person;
  role: Role | null;
}

/** A person's role, to be changed where it stands; a change that meets another one asks which shall hold. */
export function RoleSelect({ person, className }: { person: Person; className?: string }) {
  const text = useText();
  const session = useSession();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  /** A change that met a newer version: what is saved now, and what was wanted. */
  const [stale, setStale] = useState<RoleChange | null>(null);
  const change = useMutation({
    mutationFn: ({ person: now, role }: RoleChange) =>
      actions.updatePerson(now.id, now.revision, { name: now.name, role }),
    onSuccess: async (changed) => {
      setStale(null);
      toastDone(text('people.changed', { name: changed.name, role: changed.role ?? 'none' }));
      await queryClient.invalidateQueries({ queryKey: ['person'] });
      if (changed.id === session.person.id) await queryClient.invalidateQueries({ queryKey: ['session'] });
    },
    onError: async (cause, { role }) => {
      if (isProblem(cause, 'stale')) {
        setStale({ person: await queryClient.fetchQuery({ ...queries.person(person.id), staleTime: 0 }), role });
        return;
      }
      const { what, kept, next } = problemText(asProblem(cause));
      const last = cause instanceof Error && isProblem(cause, 'invalid');
      toastFailed(last ? text('people.lastAdministrator', { name: person.name }) : `${kept} ${next}`, what);
    },
  });
  return (
    <>
      <NativeSelect
        aria-label={text('people.role.of', { name: person.name })}
        className={className}
        value={person.role ?? ''}
        disabled={change.isPending}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change.mutate({ person, role: roles.find((role) => role === chosen) ?? null });
        }}
        data={[
          ...roles.map((role) => ({ value: role, label: text(`frame.role.${role}`) })),
          { value: '', label: text(person.role == null ? 'frame.role.none' : 'people.noRole') },
        ]}
      />
      <StaleRole
        stale={stale}
        pending={change.isPending}
        onKeepTheirs={() => {
          setStale(null);
          void queryClient.invalidateQueries({ queryKey: ['person'] });
        }}
        onKeepYours={() => stale !== null && change.mutate(stale)}
      />
    </>
  );
}
