import { Button, Table } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useDeferredValue } from 'react';
import type { Person, Session } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { PersonMark } from '#/kit/PersonMark';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './PeopleTable.module.css';
import { RoleSelect } from './RoleSelect';
import { SignInState } from './SignInState';

/** Rows that are drawn at once; those below what one sees may follow a moment later, without holding anything up. */
const AT_ONCE = 15;

interface PeopleTableProps {
  people: readonly Person[];
  session: Session;
  onLink: (person: Person) => void;
}

export function PeopleTable({ people, session, onLink }: PeopleTableProps) {
  const text = useText();
  const manages = session.can.managePeople;
  const drawn = useDeferredValue(people, people.slice(0, AT_ONCE));
  return (
    <div className={classes.root}>
      <Table verticalSpacing={12} horizontalSpacing={16} aria-label={text('frame.people')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('people.column.person')}</Table.Th>
            <Table.Th>{text('people.role')}</Table.Th>
            <Table.Th>{text('people.column.state')}</Table.Th>
            <Table.Th className={classes.since}>{text('people.column.since')}</Table.Th>
            {manages && (
              <Table.Th>
                <span className={classes.unseen}>{text('people.column.actions')}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drawn.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              self={person.id === session.person.id}
              manages={manages}
              onLink={onLink}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface PersonRowProps {
  person: Person;
  self: boolean;
  manages: boolean;
  onLink: (person: Person) => void;
}

const PersonRow = memo(function PersonRow({ person, self, manages, onLink }: PersonRowProps) {
  const text = useText();
  return (
    <Table.Tr>
      <Table.Td>
        <div className={classes.person}>
          <PersonMark name={person.name} />
          <div className={classes.text}>
            <span className={classes.name}>
              <Link {...paths.person(person.id)} className={classes.link}>
                <bdi>{person.name}</bdi>
              </Link>
              {self && <span className={classes.you}>{text('people.you')}</span>}
            </span>
            <bdi className={classes.email}>{person.email}</bdi>
          </div>
        </div>
      </Table.Td>
      <Table.Td>
        {manages && person.leftAt == null ? (
          <RoleSelect person={person} className={classes.role} />
        ) : (
          text(person.leftAt == null ? `frame.role.${person.role ?? 'none'}` : 'people.role.gone')
        )}
      </Table.Td>
      <Table.Td>
        <SignInState person={person} />
      </Table.Td>
      <Table.Td className={classes.since}>
        <Ago value={person.createdAt} />
      </Table.Td>
      {manages && (
        <Table.Td className={classes.actions}>
          {person.leftAt == null && (
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
      )}
    </Table.Tr>
  );
});
