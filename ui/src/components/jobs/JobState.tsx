import { Progress } from '@mantine/core';
import type { Job } from '#/api/types';
import { formatBytes } from '#/format/number';
import { useText } from '#/messages';
import classes from './Jobs.module.css';

/** Where a job stands, and how far it is while it runs. */
export function JobState({ job }: { job: Job }) {
  const text = useText();
  const { state, progress } = job;
  const known = progress !== null && progress.total !== null && progress.total > 0;
  return (
    <div className={classes.state}>
      <span className={classes.badge} data-state={state}>
        {text(`jobs.state.${state}`)}
        {state === 'running' && progress !== null && <Amount progress={progress} />}
      </span>
      {state === 'running' && (
        <Progress
          size="sm"
          value={known ? Math.min(100, (progress.done / (progress.total ?? 1)) * 100) : 100}
          animated={!known}
          striped={!known}
          aria-label={text(`jobs.kind.${job.kind}`)}
        />
      )}
    </div>
  );
}

function Amount({ progress: { done, total, unit } }: { progress: NonNullable<Job['progress']> }) {
  const text = useText();
  if (unit === 'bytes') {
    const all = { done: formatBytes(done), total: formatBytes(total ?? 0) };
    return <span>{total === null ? all.done : text('product.step.bytesOf', all)}</span>;
  }
  return (
    <span>{total === null ? text('product.step.rows', { done }) : text('product.step.rowsOf', { done, total })}</span>
  );
}
