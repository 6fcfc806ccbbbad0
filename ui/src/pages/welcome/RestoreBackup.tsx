import { Button, FileInput, PasswordInput, Progress } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFileZip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { formatBytes, formatShare } from '#/format/number';
import { formatMoment } from '#/format/time';
import { host, type RestoredWorkspace } from '#/host';
import { PageTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './WelcomePage.module.css';

/** A workspace from a backup's file and its passphrase. */
export function RestoreBackup({ back }: { back: ReactNode }) {
  const text = useText();
  const fieldText = useFieldText();
  const [sent, setSent] = useState(0);
  const received = useRef<File | null>(null);
  const form = useForm<{ file: File | null; passphrase: string }>({
    initialValues: { file: null, passphrase: '' },
    validate: {
      file: (file) => (file === null ? text('workspace.restore.fileMissing') : null),
      passphrase: (value) => (value === '' ? fieldText({ code: 'required' }) : null),
    },
  });
  const restore = useMutation({
    mutationFn: async ({ file, passphrase }: { file: File | null; passphrase: string }) => {
      if (file === null || host.workspaces === null) return null;
      // After a wrong passphrase the file is there already.
      if (received.current !== file) {
        received.current = null;
        setSent(0);
        await host.workspaces.receive(file, setSent);
        received.current = file;
      }
      return host.workspaces.restore(passphrase);
    },
  });
  if (restore.data != null) return <Restored restored={restore.data} />;
  const size = form.values.file?.size ?? 0;
  const handing = restore.isPending && sent < size;
  return (
    <>
      {back}
      <PageTitle tab={text('workspace.restore')}>{text('workspace.restore.title')}</PageTitle>
      <p className={classes.lead}>{text('workspace.restore.lead')}</p>
      <form noValidate className={classes.form} onSubmit={form.onSubmit((values) => restore.mutate(values))}>
        {restore.isError && <ProblemAlert cause={restore.error} />}
        <FileInput
          {...form.getInputProps('file')}
          label={text('workspace.restore.file')}
          description={text('workspace.restore.file.help')}
          placeholder={text('workspace.restore.file.choose')}
          leftSection={<IconFileZip size={18} stroke={1.75} aria-hidden />}
          accept=".selvedge-backup"
          disabled={restore.isPending}
        />
        <PasswordInput
          {...form.getInputProps('passphrase')}
          label={text('workspace.passphrase')}
          description={text('workspace.restore.passphrase.help')}
          autoComplete="off"
          disabled={restore.isPending}
          visibilityToggleButtonProps={{ 'aria-label': text('workspace.passphrase.show') }}
        />
        {restore.isPending && (
          <div className={classes.working} role="status">
            <Progress
              value={handing ? (sent / size) * 100 : 100}
              animated={!handing}
              aria-label={text('workspace.restore.working')}
            />
            {handing
              ? text('workspace.restore.reading', { sent: formatBytes(sent), share: formatShare(sent / size) })
              : text('workspace.restore.working')}
          </div>
        )}
        <Button type="submit" loading={restore.isPending}>
          {text('workspace.restore.submit')}
        </Button>
      </form>
    </>
  );
}

function Restored({ restored }: { restored: RestoredWorkspace }) {
  const text = useText();
  return (
    <>
      <PageTitle tab={text('workspace.restored.tab')}>
        {text('workspace.restored.title', { name: restored.name })}
      </PageTitle>
      <p className={classes.lead}>{text('workspace.restored.lead', { moment: formatMoment(restored.madeAt) })}</p>
      {restored.revoked > 0 && (
        <p className={classes.lead}>{text('workspace.restored.revoked', { count: restored.revoked })}</p>
      )}
      <Button onClick={() => location.assign('/')}>{text('workspace.restored.open')}</Button>
    </>
  );
}
