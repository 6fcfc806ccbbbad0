import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { actions } from '#/api/actions';
import { failureOf, queries } from '#/api/query';
import { isOwn, useSession } from '#/api/session';
import type { Job } from '#/api/types';
import { JobLog } from '#/components/jobs/JobLog';
import { JobState } from '#/components/jobs/JobState';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ListTable } from '#/components/list/ListTable';
import { MainLink } from '#/components/list/MainLink';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useProblemText } from '#/kit/problemText';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './JobsPage.module.css';

/** What the workers are doing and did lately: how far, for whom, with what outcome; stopped here. */
export function JobsPage() {
  const text = useText();
  const jobs = useQuery(queries.jobs());
  return (
    <Page>
      <PageHead title={<PageTitle tab={text('jobs.title')}>{text('jobs.title')}</PageTitle>} lead={text('jobs.lead')} />
      {failureOf(jobs) !== null ? (
        <ErrorPage cause={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : jobs.data === undefined ? (
        <ListSkeleton label={text('jobs.loading')} rows={4} />
      ) : jobs.data.length === 0 ? (
        <EmptyPage kind="nothing" title={text('jobs.empty.title')}>
          {text('jobs.empty.body')}
        </EmptyPage>
      ) : (
        <JobList jobs={jobs.data} />
      )}
    </Page>
  );
}

function JobList({ jobs }: { jobs: readonly Job[] }) {
  const text = useText();
  const session = useSession();
  const queryClient = useQueryClient();
  const [read, setRead] = useState<string | null>(null);
  const shown = jobs.find(({ id }) => id === read);
  const said = (job: Job) => ({ kind: text(`jobs.kind.${job.kind}`), subject: job.subject });
  const stop = useMutation({
    mutationFn: ({ id }: Job) => actions.stopJob(id),
    onSuccess: () => toastDone(text('jobs.stopped')),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['job'] }),
  });
  return (
    <>
      {stop.isError && <ProblemAlert cause={stop.error} />}
      <ListTable
        label={text('jobs.title')}
        items={jobs}
        columns={[
          { key: 'what', header: text('jobs.column.what'), cell: (job) => <What job={job} /> },
          {
            key: 'state',
            header: text('jobs.column.state'),
            width: '208px',
            cell: (job) => <JobState job={job} />,
          },
          ...(isOwn(session)
            ? []
            : [
                {
                  key: 'by',
                  header: text('jobs.column.by'),
                  width: '180px',
                  optional: true,
                  cell: ({ startedBy }: Job) => <bdi>{startedBy.name}</bdi>,
                },
              ]),
          {
            key: 'when',
            header: text('jobs.column.when'),
            width: '136px',
            cell: ({ askedAt }) => <Ago value={askedAt} />,
          },
          {
            key: 'actions',
            header: text('jobs.column.actions'),
            width: '160px',
            end: true,
            cell: (job) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                {(job.state === 'running' || job.state === 'waiting') && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={text('jobs.stopThis', said(job))}
                    loading={stop.isPending && stop.variables.id === job.id}
                    onClick={() => stop.mutate(job)}
                  >
                    {text('jobs.stop')}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={text('jobs.logOf', said(job))}
                  onClick={() => setRead(job.id)}
                >
                  {text('jobs.log')}
                </Button>
              </Group>
            ),
          },
        ]}
      />
      <Modal
        opened={shown !== undefined}
        onClose={() => setRead(null)}
        title={shown === undefined ? '' : `${said(shown).kind}: ${shown.subject}`}
        size="lg"
        closeButtonProps={{ 'aria-label': text('kit.close') }}
      >
        {shown !== undefined && <JobLog jobs={[shown]} />}
      </Modal>
    </>
  );
}

function What({ job: { kind, subject, failure, dataProductSlug: slug } }: { job: Job }) {
  const text = useText();
  const problemText = useProblemText();
  return (
    <div className={classes.what}>
      {slug === null ? (
        <bdi className={classes.subject}>{subject}</bdi>
      ) : (
        <MainLink {...paths.dataProduct(slug)} name={subject} />
      )}
      <span className={classes.kind}>{text(`jobs.kind.${kind}`)}</span>
      {failure !== null && <span className={classes.why}>{problemText(failure).what}</span>}
    </div>
  );
}
