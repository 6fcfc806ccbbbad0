import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { host } from '#/host';
import { PageTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './WelcomePage.module.css';

const NAME_MAX = 120;

/** Names a workspace of one's own, and goes in. */
export function NameOwn({ back }: { back: ReactNode }) {
  const text = useText();
  const fieldText = useFieldText();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() === '' ? fieldText({ code: 'required' }) : null) },
  });
  const create = useMutation({
    mutationFn: async (name: string) => host.workspaces?.create(name),
    onSuccess: () => location.assign('/'),
  });
  return (
    <>
      {back}
      <PageTitle tab={text('workspace.own')}>{text('workspace.own.title')}</PageTitle>
      <p className={classes.lead}>{text('workspace.own.lead')}</p>
      <form noValidate className={classes.form} onSubmit={form.onSubmit(({ name }) => create.mutate(name.trim()))}>
        {create.isError && <ProblemAlert cause={create.error} />}
        <TextInput
          {...form.getInputProps('name')}
          label={text('workspace.name')}
          description={text('workspace.name.help')}
          maxLength={NAME_MAX}
          autoFocus
        />
        <Button type="submit" loading={create.isPending || create.isSuccess}>
          {text('workspace.own.submit')}
        </Button>
      </form>
    </>
  );
}
