import { Button, Group, Modal } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMatches } from '@tanstack/react-router';
import { useState } from 'react';
import { lastFailures, traceOf } from '#/api/failures';
import { asProblem, isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { host } from '#/host';
import { useText } from '#/messages';
import { ProblemAlert } from './ProblemAlert';
import { reportText } from './report';
import classes from './SaveReport.module.css';
import { toastDone } from './toast';

/** Saves what an administrator needs to know of a failure to a file, after it was shown. */
export function SaveReport({ cause }: { cause: unknown }) {
  const text = useText();
  const queryClient = useQueryClient();
  const page = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' });
  const [at, setAt] = useState<Date | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const report = (time: Date) =>
    reportText(text, {
      at: time,
      version: queryClient.getQueryData(queries.workspace().queryKey)?.version ?? null,
      host: host.kind,
      engine: navigator.userAgent,
      page,
      problem: asProblem(cause),
      // Where an answer of the platform was read says nothing of why.
      trace: isProblem(cause) ? [] : traceOf(cause),
      failures: lastFailures(),
    });
  const shown = at === null ? '' : report(at);

  async function save(time: Date) {
    setFailure(null);
    try {
      const name = `selvedge-report-${time.toISOString().slice(0, 19).replaceAll(':', '-')}.txt`;
      if (!(await host.saveFile({ name, text: shown }))) return;
      setAt(null);
      toastDone(text('kit.report.saved', { name }));
    } catch (refusal) {
      setFailure(refusal);
    }
  }

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileDownload size={16} aria-hidden />}
        onClick={() => setAt(new Date())}
      >
        {text('kit.report.open')}
      </Button>
      <Modal
        opened={at !== null}
        onClose={() => setAt(null)}
        title={text('kit.report.title')}
        size={680}
        closeButtonProps={{ 'aria-label': text('kit.close') }}
      >
        <p className={classes.about}>{text('kit.report.about')}</p>
        <section className={classes.text} aria-label={text('kit.report.content')}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{shown}</pre>
        </section>
        {failure !== null && <ProblemAlert cause={failure} />}
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAt(null)}>
            {text('kit.cancel')}
          </Button>
          <Button data-autofocus onClick={() => at !== null && void save(at)}>
            {text('kit.report.save')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
