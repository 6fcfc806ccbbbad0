import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { isProblem } from '#/api/problem';
import type { Session } from '#/api/types';
import { Panel } from '#/kit/Panel';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import classes from './WorkspaceName.module.css';

/** What the workspace is called. */
export function WorkspaceName({ session }: { session: Session }) {
  const text = useText();
  const fieldText = useFieldText();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name: session.workspace.name },
    validate: { name: (value) => (value.trim() === '' ? fieldText({ code: 'required' }) : null) },
  });
  const rename = useMutation({
    mutationFn: ({ name }: { name: string }) => actions.renameWorkspace(name),
    onSuccess: async ({ name }) => {
      form.setValues({ name });
      toastDone(text('workspace.renamed', { name }));
      for (const key of ['session', 'workspace', 'local-workspace']) {
        await queryClient.invalidateQueries({ queryKey: [key] });
      }
    },
    onError: (cause) => {
      if (!isProblem(cause)) return;
      for (const field of cause.fields) form.setFieldError(field.pointer.slice(1), fieldText(field));
    },
  });
  const told = isProblem(rename.error, 'invalid') && rename.error.fields.length > 0;
  return (
    <Panel id="workspace" title={text('workspace.rename')} lead={text('workspace.rename.lead')}>
      <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => rename.mutate(values))}>
        {rename.isError && !told && <ProblemAlert cause={rename.error} />}
        <div className={classes.row}>
          <TextInput {...form.getInputProps('name')} className={classes.name} label={text('workspace.name')} />
          <Button
            type="submit"
            variant="default"
            loading={rename.isPending}
            disabled={form.values.name.trim() === session.workspace.name}
          >
            {text('workspace.rename.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
