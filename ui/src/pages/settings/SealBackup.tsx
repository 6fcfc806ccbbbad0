import { Alert, Button, Group, Modal, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { isProblem } from '#/api/problem';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './BackUp.module.css';

const PASSPHRASE_MIN = 12;

interface SealBackupProps {
  opened: boolean;
  onClose: () => void;
  onBegun: (id: string) => void;
}

/** Asks for the passphrase that seals a backup, twice, and begins it. */
export function SealBackup({ opened, onClose, onBegun }: SealBackupProps) {
  const text = useText();
  const fieldText = useFieldText();
  const form = useForm({
    initialValues: { passphrase: '', again: '' },
    validateInputOnBlur: true,
    validate: {
      passphrase: (value) =>
        [...value].length < PASSPHRASE_MIN ? fieldText({ code: 'too_short', params: { min: PASSPHRASE_MIN } }) : null,
      again: (value, { passphrase }) => (value === passphrase ? null : text('workspace.backup.differs')),
    },
  });
  const close = () => {
    form.reset();
    begin.reset();
    onClose();
  };
  const begin = useMutation({
    mutationFn: ({ passphrase }: { passphrase: string }) => actions.beginBackup(passphrase),
    onSuccess: ({ id }) => {
      close();
      onBegun(id);
    },
    onError: (cause) => {
      if (!isProblem(cause)) return;
      for (const field of cause.fields) form.setFieldError(field.pointer.slice(1), fieldText(field));
    },
  });
  const visibilityToggleButtonProps = { 'aria-label': text('workspace.passphrase.show') };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={text('workspace.backup.title')}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => begin.mutate(values))}>
        {begin.isError && <ProblemAlert cause={begin.error} />}
        <PasswordInput
          {...form.getInputProps('passphrase')}
          label={text('workspace.passphrase')}
          description={text('workspace.backup.passphrase.help')}
          autoComplete="new-password"
          visibilityToggleButtonProps={visibilityToggleButtonProps}
          data-autofocus
        />
        <PasswordInput
          {...form.getInputProps('again')}
          label={text('workspace.backup.again')}
          autoComplete="new-password"
          visibilityToggleButtonProps={visibilityToggleButtonProps}
        />
        <Alert color="yellow" icon={<IconKey aria-hidden />}>
          {text('workspace.backup.keep')}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('kit.cancel')}
          </Button>
          <Button type="submit" loading={begin.isPending}>
            {text('workspace.backup.submit')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
