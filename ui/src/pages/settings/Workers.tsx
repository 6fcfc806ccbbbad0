import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import { formatBytes } from '#/format/number';
import { ButtonLink } from '#/kit/links';
import { Fact, Facts } from '#/kit/Page';
import { Panel } from '#/kit/Panel';
import { useText } from '#/messages';
import { paths } from '#/paths';

const GUARDED = ['files', 'network', 'calls'] as const;

/** What those that read files are kept from, as far as this system can keep them. */
export function Workers() {
  const text = useText();
  const workers = useQuery(queries.workers());
  if (workers.data === undefined) return null;
  const { protection, places, memoryLimitBytes } = workers.data;
  return (
    <Panel
      id="workers"
      title={text('jobs.workers')}
      lead={text('jobs.workers.lead')}
      actions={
        <ButtonLink {...paths.jobs()} variant="default">
          {text('jobs.workers.see')}
        </ButtonLink>
      }
    >
      <Facts>
        {GUARDED.map((what) => (
          <Fact key={what} name={text(`jobs.workers.${what}`)}>
            {protection === null
              ? text('jobs.workers.unknown')
              : text(`jobs.workers.${what}.${protection[what] ? 'kept' : 'open'}`)}
          </Fact>
        ))}
        <Fact name={text('jobs.workers.memory')}>
          {text('jobs.workers.memory.most', { size: formatBytes(memoryLimitBytes), places })}
        </Fact>
      </Facts>
    </Panel>
  );
}
