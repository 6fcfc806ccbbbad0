import { Button, Group, Modal } from '@mantine/core';
import type { Person, Role } from '#/api/types';
import { Phrase, useText } from '#/messages';
import classes from './StaleRole.module.css';

interface StaleRoleProps {
  /** The person as saved now, and the role that was wanted; null when there is nothing to decide. */
  stale: { person: Person; role: Role | null } | null;
  pending: boolean;
  onKeepTheirs: () => void;
  onKeepYours: () => void;
}

/** Two administrators changed the same person: both versions, and the choice. */
export function StaleRole({ stale, pending, onKeepTheirs, onKeepYours }: StaleRoleProps) {
  const text = useText();
  return (
    <Modal
      opened={stale !== null}
      onClose={onKeepTheirs}
      withCloseButton={false}
      title={<Phrase id="people.stale.title" values={{ name: <bdi>{stale?.person.name}</bdi> }} />}
    >
      <p className={classes.lead}>{text('people.stale.lead')}</p>
      <dl className={classes.both}>
        <div className={classes.one}>
          <dt>{text('people.stale.theirs')}</dt>
          <dd>{text(`frame.role.${stale?.person.role ?? 'none'}`)}</dd>
        </div>
        <div className={classes.one}>
          <dt>{text('people.stale.yours')}</dt>
          <dd>{text(`frame.role.${stale?.role ?? 'none'}`)}</dd>
        </div>
      </dl>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onKeepTheirs} data-autofocus>
          {text('people.stale.keepTheirs')}
        </Button>
        <Button loading={pending} onClick={onKeepYours}>
          {text('people.stale.keepYours')}
        </Button>
      </Group>
    </Modal>
  );
}
