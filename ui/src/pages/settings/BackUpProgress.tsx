import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { ProblemError } from '#/api/problem';
import { queries } from '#/api/query';
import { formatBytes, formatShare } from '#/format/number';
import { host } from '#/host';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import classes from './BackUp.module.css';

interface BackUpProgressProps {
  id: string;
  /** With the file's name when it was saved. */
  onEnd: (fileName: string | null) => void;
}

/** How far a backup is; once it is ready, the way to save it. */
export function BackUpProgress({ id, onEnd }: BackUpProgressProps) {
  const text = useText();
  const backup = useQuery(queries.backup(id));
  const save = useMutation({
    mutationFn: (fileName: string) => host.saveBackup(id, fileName),
    onSuccess: (saved, fileName) => {
      if (saved) onEnd(fileName);
    },
  });
  const forget = useMutation({ mutationFn: () => actions.forgetBackup(id), onSettled: () => onEnd(null) });
  if (backup.isError) return <ProblemAlert cause={backup.error} onRetry={() => onEnd(null)} />;
  const now = backup.data;
  if (now?.failure != null) {
    const cause = new ProblemError({ code: now.failure, status: 0 });
    return <ProblemAlert cause={cause} onRetry={() => onEnd(null)} />;
  }
  if (now?.state === 'ready') {
    return (
      <div className={classes.progress}>
        {save.isError && <ProblemAlert cause={save.error} />}
        <div className={classes.row}>
          <span className={classes.said} role="status">
            {text('workspace.backup.ready', { fileName: now.fileName, size: formatBytes(now.sizeBytes ?? 0) })}
          </span>
          <Button variant="default" onClick={() => forget.mutate()}>
            {text('workspace.backup.forget')}
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate(now.fileName)}>
            {text('workspace.backup.save')}
          </Button>
        </div>
      </div>
    );
  }
  const total = now?.totalBytes ?? null;
  const share = total === null || now === undefined ? 0 : Math.min(1, now.doneBytes / total);
  return (
    <div className={classes.progress}>
      <div className={classes.row}>
        <span className={classes.said} role="status">
          {total === null
            ? text('workspace.backup.copying')
            : text('workspace.backup.sealing', { total: formatBytes(total), share: formatShare(share) })}
        </span>
        <Button variant="default" size="xs" loading={forget.isPending} onClick={() => forget.mutate()}>
          {text('workspace.backup.stop')}
        </Button>
      </div>
      <Progress value={share * 100} aria-label={text('workspace.backup.working')} />
    </div>
  );
}
