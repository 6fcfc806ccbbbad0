import { IconCircleCheck, IconClock, IconDoorExit } from '@tabler/icons-react';
import { useSession } from '#/api/session';
import type { Person } from '#/api/types';
import { formatDay } from '#/format/time';
import { useText } from '#/messages';
import classes from './PeopleTable.module.css';

/** Whether a person can come in by themselves, in words and with a sign. */
export function SignInState({ person }: { person: Person }) {
  const text = useText();
  const session = useSession();
  if (person.leftAt != null) {
    return (
      <span className={classes.state}>
        <IconDoorExit size={16} aria-hidden />
        {text('people.left', { day: formatDay(person.leftAt) })}
      </span>
    );
  }
  return (
    <span className={classes.state} data-ready={person.signInReady || undefined}>
      {person.signInReady ? <IconCircleCheck size={16} aria-hidden /> : <IconClock size={16} aria-hidden />}
      {text(person.signInReady ? 'people.ready' : session.workspace.demo ? 'people.demo' : 'people.waiting')}
    </span>
  );
}
