import { Button, NativeSelect, Table } from '@mantine/core';
import { IconCircleCheck, IconClock, IconLink } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actions } from '#/api/actions';
import { asProblem, isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import type { Person, Role, Session } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { PersonMark } from '#/kit/PersonMark';
import { useProblemText } from '#/kit/problemText';
import { toastDone, toastFailed } from '#/kit/toast';
import { useText } from '#/messages';
import classes from './PeopleTable.module.css';
import { roles } from './roles';
import { StaleRole } from './StaleRole';

interface PeopleTableProps {
  people: readonly Person[];
  session: Session;
  onLink: (person: Person) => void;
}

interface RoleChange {
  person: Person;
  role: Role | null;
}

export function PeopleTable({ people, session, onLink }: PeopleTableProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  /** A change that met a newer version: what is saved now, and what was wanted. */
  const [stale, setStale] = useState<RoleChange | null>(null);

  const change = useMutation({
    mutationFn: ({ person, role }: RoleChange) =>
      actions.updatePerson(person.id, person.revision, { name: person.name, role }),
    onSuccess: async (person) => {
      setStale(null);
      toastDone(text('people.changed', { name: person.name, role: person.role ?? 'none' }));
      await queryClient.invalidateQueries({ queryKey: ['person'] });
      if (person.id === session.person.id) await queryClient.invalidateQueries({ queryKey: ['session'] });
    },
    onError: async (cause, { person, role }) => {
      if (isProblem(cause, 'stale')) {
        setStale({ person: await queryClient.fetchQuery({ ...queries.person(person.id), staleTime: 0 }), role });
        return;
      }
      const { what, kept, next } = problemText(asProblem(cause));
      toastFailed(`${kept} ${next}`, what);
    },
  });

  return (
    <div className={classes.root}>
      <Table verticalSpacing={12} horizontalSpacing={16} aria-label={text('frame.people')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('people.column.person')}</Table.Th>
            <Table.Th>{text('people.role')}</Table.Th>
            <Table.Th>{text('people.column.state')}</Table.Th>
            <Table.Th className={classes.since}>{text('people.column.since')}</Table.Th>
            <Table.Th>
              <span className={classes.unseen}>{text('people.column.actions')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                <div className={classes.person}>
                  <PersonMark name={person.name} />
                  <div className={classes.text}>
                    <span className={classes.name}>
                      <bdi>{person.name}</bdi>
                      {person.id === session.person.id && <span className={classes.you}>{text('people.you')}</span>}
                    </span>
                    <bdi className={classes.email}>{person.email}</bdi>
                  </div>
                </div>
              </Table.Td>
              <Table.Td>
                {session.can.managePeople ? (
                  <NativeSelect
                    aria-label={text('people.role.of', { name: person.name })}
                    className={classes.role}
                    value={person.role ?? ''}
                    disabled={change.isPending && change.variables.person.id === person.id}
                    onChange={(event) => {
                      const chosen = event.currentTarget.value;
                      change.mutate({ person, role: roles.find((role) => role === chosen) ?? null });
                    }}
                    data={[
                      ...roles.map((role) => ({ value: role, label: text(`frame.role.${role}`) })),
                      { value: '', label: text(person.role == null ? 'frame.role.none' : 'people.noRole') },
                    ]}
                  />
                ) : (
                  text(`frame.role.${person.role ?? 'none'}`)
                )}
              </Table.Td>
              <Table.Td>
                <span className={classes.state} data-ready={person.signInReady || undefined}>
                  {person.signInReady ? <IconCircleCheck size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
                  {text(
                    person.signInReady ? 'people.ready' : session.workspace.demo ? 'people.demo' : 'people.waiting',
                  )}
                </span>
              </Table.Td>
              <Table.Td className={classes.since}>
                <Ago value={person.createdAt} />
              </Table.Td>
              <Table.Td className={classes.actions}>
                {session.can.managePeople && (
                  <Button
                    variant="subtle"
                    size="compact-md"
                    leftSection={<IconLink size={16} aria-hidden />}
                    aria-label={text('people.link.for', { name: person.name })}
                    onClick={() => onLink(person)}
                  >
                    {text('people.link')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <StaleRole
        stale={stale}
        pending={change.isPending}
        onKeepTheirs={() => {
          setStale(null);
          void queryClient.invalidateQueries({ queryKey: ['person'] });
        }}
        onKeepYours={() => stale !== null && change.mutate(stale)}
      />
    </div>
  );
}
