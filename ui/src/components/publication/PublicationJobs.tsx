import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import type { Publication } from '#/api/types';
import { JobLog } from '#/components/jobs/JobLog';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import classes from './Publication.module.css';

/** The jobs a publication consists of: stopped here, and what was noted of them. */
export function PublicationJobs({ publication }: { publication: Publication }) {
  const text = useText();
  const all = useQuery(queries.jobs());
  const since = Date.parse(publication.startedAt);
  const jobs = (all.data ?? [])
    .filter(
      ({ dataProductSlug, kind, askedAt }) =>
        dataProductSlug === publication.dataProductSlug &&
        (kind === 'write-table' || kind === 'check-table') &&
        Date.parse(askedAt) >= since,
    )
    .reverse();
  const running = jobs.findLast(({ state }) => state === 'running' || state === 'waiting');
  const stop = useMutation({ mutationFn: actions.stopJob });
  if (jobs.length === 0) return null;
  return (
    <div className={classes.jobs}>
      {stop.isError && <ProblemAlert cause={stop.error} />}
      {running !== undefined && (
        <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(running.id)}>
          {text('product.publishing.stop')}
        </Button>
      )}
      <details>
        <summary>{text('jobs.log.title')}</summary>
        <JobLog jobs={jobs} />
      </details>
    </div>
  );
}
