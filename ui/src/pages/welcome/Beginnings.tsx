import { Progress } from '@mantine/core';
import { IconArchive, IconBuildingStore, IconNeedleThread } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { host } from '#/host';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import { Card } from './Card';
import classes from './WelcomePage.module.css';

/** The ways that ask something more; the sample company asks nothing. */
export type Way = 'own' | 'restore';

/** The sample company, one's own workspace, or one from a backup. */
export function Beginnings({ onChoose }: { onChoose: (way: Way) => void }) {
  const text = useText();
  const sample = useMutation({
    mutationFn: async () => host.workspaces?.create(null),
    onSuccess: () => location.assign('/'),
  });
  const busy = sample.isPending || sample.isSuccess;
  return (
    <>
      {sample.isError && <ProblemAlert cause={sample.error} />}
      <ul className={classes.list}>
        <Card
          icon={IconBuildingStore}
          name={text('workspace.sample')}
          about={text('workspace.sample.about')}
          disabled={busy}
          onChoose={() => sample.mutate()}
        />
        <Card
          icon={IconNeedleThread}
          name={text('workspace.own')}
          about={text('workspace.own.about')}
          disabled={busy}
          onChoose={() => onChoose('own')}
        />
        <Card
          icon={IconArchive}
          name={text('workspace.restore')}
          about={text('workspace.restore.about')}
          disabled={busy}
          onChoose={() => onChoose('restore')}
        />
      </ul>
      {busy && (
        <div className={classes.working} role="status">
          <Progress value={100} animated aria-label={text('workspace.sample.working')} />
          {text('workspace.sample.working')}
        </div>
      )}
    </>
  );
}
