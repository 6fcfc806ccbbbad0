import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { isProblem } from '#/api/problem';
import type { Person, Role } from '#/api/types';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import { roles } from './roles';

interface AddPersonProps {
  opened: boolean;
  onClose: () => void;
  onAdded: (person: Person) => void;
}

export function AddPerson({ opened, onClose, onAdded }: AddPersonProps) {
  const text = useText();
  const fieldText = useFieldText();
  const queryClient = useQueryClient();
  const form = useForm<{ name: string; email: string; role: Role }>({
    initialValues: { name: '', email: '', role: 'member' },
    validateInputOnBlur: true,
    validate: {
      name: (value) => (value.trim() === '' ? fieldText({ code: 'required' }) : null),
      email: (value) => (/^[^@\s]+@[^@\s]+$/.test(value.trim()) ? null : text('access.setUp.email.malformed')),
    },
  });
  const add = useMutation({
    mutationFn: (values: { name: string; email: string; role: Role }) => actions.createPerson(values),
    onSuccess: (person) => {
      void queryClient.invalidateQueries({ queryKey: ['person'] });
      form.reset();
      onAdded(person);
    },
    onError: (cause) => {
      if (!isProblem(cause)) return;
      for (const field of cause.fields) form.setFieldError(field.pointer.slice(1), fieldText(field));
    },
  });
  const close = () => {
    onClose();
    add.reset();
    form.reset();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={text('people.add.title')}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          {add.isError && <ProblemAlert cause={add.error} />}
          <TextInput {...form.getInputProps('name')} label={text('access.name')} autoComplete="off" data-autofocus />
          <TextInput
            {...form.getInputProps('email')}
            type="email"
            label={text('access.email')}
            description={text('people.add.email.help')}
            autoComplete="off"
          />
          <Radio.Group {...form.getInputProps('role')} label={text('people.role')}>
            <Stack gap={12} mt={8}>
              {roles.map((role) => (
                <Radio
                  key={role}
                  value={role}
                  label={text(`frame.role.${role}`)}
                  description={text(`settings.role.${role}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {text('kit.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {text('people.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
