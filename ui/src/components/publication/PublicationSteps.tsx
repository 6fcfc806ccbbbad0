import { Progress } from '@mantine/core';
import { IconCheck, IconLoader2, IconPoint, IconX } from '@tabler/icons-react';
import type { Publication, PublicationStep } from '#/api/types';
import { formatBytes } from '#/format/number';
import { useText } from '#/messages';
import classes from './Publication.module.css';

const marks = { waiting: IconPoint, running: IconLoader2, done: IconCheck, failed: IconX } as const;

/** Each step of a publication with where it stands and how far it is. */
export function PublicationSteps({ publication }: { publication: Publication }) {
  const text = useText();
  return (
    <ol className={classes.steps}>
      {publication.steps.map((step) => {
        const Mark = marks[step.state];
        const title = text(`product.step.${step.code}`);
        return (
          <li key={step.code} className={classes.step} data-state={step.state}>
            <span className={classes.mark} aria-hidden>
              <Mark size={16} stroke={2.25} />
            </span>
            <span className={classes.title}>
              {title}
              <span className={classes.hidden}>{`: ${text(`product.step.state.${step.state}`)}`}</span>
            </span>
            <Amount step={step} />
            {step.state === 'running' && <StepBar step={step} title={title} />}
          </li>
        );
      })}
    </ol>
  );
}

function Amount({ step: { progress } }: { step: PublicationStep }) {
  const text = useText();
  if (progress === null) return <span />;
  const { done, total, unit } = progress;
  if (unit === 'bytes') {
    const shown =
      total === null
        ? formatBytes(done)
        : text('product.step.bytesOf', { done: formatBytes(done), total: formatBytes(total) });
    return <span className={classes.amount}>{shown}</span>;
  }
  return (
    <span className={classes.amount}>
      {total === null ? text('product.step.rows', { done }) : text('product.step.rowsOf', { done, total })}
    </span>
  );
}

function StepBar({ step: { progress }, title }: { step: PublicationStep; title: string }) {
  const known = progress !== null && progress.total !== null && progress.total > 0;
  const value = known ? Math.min(100, (progress.done / (progress.total ?? 1)) * 100) : 100;
  return (
    <Progress className={classes.bar} size="sm" value={value} animated={!known} striped={!known} aria-label={title} />
  );
}
