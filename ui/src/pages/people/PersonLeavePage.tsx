import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person, PersonRef } from '#/api/types';
import { PersonPicker } from '#/components/form/PersonPicker';
import { PlanForm } from '#/components/plan/PlanForm';
import { useText } from '#/messages';
import { PersonPlanPage } from './PersonPlanPage';

export function PersonLeavePage() {
  const { id } = useParams({ from: '/signed-in/framed/people/$id/leave' });
  return (
    <PersonPlanPage id={id} title="people.leave.title" lead="people.leave.lead" done="people.leave.done">
      {(person, end) => <Leave key={person.id} person={person} {...end} />}
    </PersonPlanPage>
  );
}

interface LeaveProps {
  person: Person;
  onApplied: () => void;
  onCancel: () => void;
}

function Leave({ person, ...end }: LeaveProps) {
  const text = useText();
  const [successor, setSuccessor] = useState<PersonRef | null>(null);
  return (
    <PlanForm
      plan={{ kind: 'replace-person', personId: person.id, successorId: successor?.id ?? null }}
      action={text('people.leave.action')}
      danger
      after={text('plan.after.leave')}
      fields={['successorId']}
      {...end}
    >
      {(issue) => (
        <PersonPicker
          path="successorId"
          label={text('people.leave.successor')}
          help={text('people.leave.successor.help')}
          value={successor}
          onPick={setSuccessor}
          issue={issue('successorId')}
        />
      )}
    </PlanForm>
  );
}
