import { Alert, Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { isProblem } from '#/api/problem';
import type { AccessTokenCreated } from '#/api/types';
import { Copyable } from '#/kit/Copyable';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './CreateToken.module.css';

const DAYS = [7, 30, 90, 365];

interface CreateTokenProps {
  opened: boolean;
  create: (input: { name: string; expiresInDays: number }) => Promise<AccessTokenCreated>;
  onCreated: () => Promise<unknown>;
  onClose: () => void;
}

/** Makes a token and shows its secret, this one time. */
export function CreateToken({ opened, create: createToken, onCreated, onClose }: CreateTokenProps) {
  const text = useText();
  const fieldText = useFieldText();
  const form = useForm({
    initialValues: { name: '', days: '90' },
    validate: { name: (value) => (value.trim() === '' ? fieldText({ code: 'required' }) : null) },
  });
  const create = useMutation({
    mutationFn: ({ name, days }: { name: string; days: string }) => createToken({ name, expiresInDays: Number(days) }),
    onSuccess: onCreated,
    onError: (cause) => {
      if (!isProblem(cause)) return;
      for (const field of cause.fields) {
        form.setFieldError(field.pointer === '/expiresInDays' ? 'days' : field.pointer.slice(1), fieldText(field));
      }
    },
  });
  const close = () => {
    onClose();
    form.reset();
    create.reset();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={text(create.isSuccess ? 'settings.token.made' : 'settings.token.create')}
      // The secret is shown once: a stray click beside the window must not lose it.
      closeOnClickOutside={!create.isSuccess}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      {create.isSuccess ? (
        <div className={classes.made}>
          <div className={classes.secret}>
            <Copyable value={create.data.secret} thing={text('settings.token.secret')} />
          </div>
          <Alert color="yellow" icon={<IconEye aria-hidden />}>
            {text('settings.token.once')}
          </Alert>
          <Group justify="flex-end">
            <Button onClick={close}>{text('settings.token.kept')}</Button>
          </Group>
        </div>
      ) : (
        <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => create.mutate(values))}>
          {create.isError && <ProblemAlert cause={create.error} />}
          <TextInput
            {...form.getInputProps('name')}
            label={text('settings.token.name')}
            description={text('settings.token.name.help')}
            data-autofocus
          />
          <NativeSelect
            {...form.getInputProps('days')}
            label={text('settings.token.days')}
            data={DAYS.map((days) => ({ value: String(days), label: text('settings.token.inDays', { days }) }))}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {text('kit.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {text('settings.tokens.create')}
            </Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}
