import type { Job } from '#/api/types';
import { formatClock } from '#/format/time';
import { useProblemText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './Jobs.module.css';

/** What was noted while jobs were done, in the order in which it happened; why one failed at its end. */
export function JobLog({ jobs }: { jobs: readonly Job[] }) {
  const text = useText();
  const problemText = useProblemText();
  return (
    <div className={classes.log}>
      {jobs.map((job) => (
        <div key={job.id}>
          {jobs.length > 1 && <h3>{text(`jobs.kind.${job.kind}`)}</h3>}
          <ol>
            {job.log.map(({ at, code, message }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added
              <li key={place}>
                <time dateTime={at}>{formatClock(at)}</time>
                <span>{text(`jobs.log.${code}`, { message: message ?? '' })}</span>
              </li>
            ))}
          </ol>
          {job.failure !== null && <p className={classes.why}>{problemText(job.failure).what}</p>}
        </div>
      ))}
    </div>
  );
}
