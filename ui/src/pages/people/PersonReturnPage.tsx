import { NativeSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person, Role } from '#/api/types';
import { PlanForm } from '#/components/plan/PlanForm';
import { useText } from '#/messages';
import { PersonPlanPage } from './PersonPlanPage';
import { roles } from './roles';

export function PersonReturnPage() {
  const { id } = useParams({ from: '/signed-in/framed/people/$id/return' });
  return (
    <PersonPlanPage id={id} title="people.return.title" lead="people.return.lead" done="people.return.done">
      {(person, end) => <Return key={person.id} person={person} {...end} />}
    </PersonPlanPage>
  );
}

interface ReturnProps {
  person: Person;
  onApplied: () => void;
  onCancel: () => void;
}

function Return({ person, ...end }: ReturnProps) {
  const text = useText();
  const [role, setRole] = useState<Role>('member');
  return (
    <PlanForm
      plan={{ kind: 'welcome-back', personId: person.id, role }}
      action={text('people.return.action')}
      after={text('plan.after')}
      fields={['role']}
      {...end}
    >
      {() => (
        <NativeSelect
          label={text('people.role')}
          size="md"
          value={role}
          data={roles.map((each) => ({ value: each, label: text(`frame.role.${each}`) }))}
          onChange={(event) => setRole(roles.find((each) => each === event.currentTarget.value) ?? 'member')}
        />
      )}
    </PlanForm>
  );
}
