import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '#/messages';
import classes from './Confirm.module.css';

interface ConfirmProps {
  opened: boolean;
  /** The question in one sentence. */
  title: ReactNode;
  /** What will be different afterwards. */
  body: ReactNode;
  /** The verb on the button. */
  action: ReactNode;
  pending?: boolean;
  /** Whether something is lost for good. */
  danger?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before something that can't be taken back. */
export function Confirm({
  opened,
  title,
  body,
  action,
  pending = false,
  danger = true,
  onConfirm,
  onCancel,
}: ConfirmProps) {
  const text = useText();
  return (
    <Modal opened={opened} onClose={onCancel} title={title} withCloseButton={false}>
      <div className={classes.body}>{body}</div>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {text('kit.cancel')}
        </Button>
        <Button color={danger ? 'red' : undefined} loading={pending} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
