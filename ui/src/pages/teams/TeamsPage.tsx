import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { failureOf, queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { Team } from '#/api/types';
import { ListBar } from '#/components/list/ListBar';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ListTable } from '#/components/list/ListTable';
import { MainLink } from '#/components/list/MainLink';
import { useFiltered } from '#/components/list/useFiltered';
import { formatCount } from '#/format/number';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

const words = ({ name, slug, purpose, members }: Team) =>
  [name, slug, purpose, ...members.map(({ person }) => person.name)].join(' ');
const orders = {
  name: (a: Team, b: Team) => a.name.localeCompare(b.name),
  updated: (a: Team, b: Team) => b.updatedAt.localeCompare(a.updatedAt),
  members: (a: Team, b: Team) => b.members.length - a.members.length || a.name.localeCompare(b.name),
};

const leadsOf = ({ members }: Team) => members.filter(({ lead }) => lead).map(({ person }) => person.name);

export function TeamsPage() {
  const text = useText();
  const session = useSession();
  const teams = useQuery(queries.teams());
  const create = session.can.createTeam && (
    <ButtonLink {...paths.teamNew()} leftSection={<IconPlus size={16} aria-hidden />}>
      {text('team.create')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHead
        title={<PageTitle tab={text('frame.teams')}>{text('frame.teams')}</PageTitle>}
        lead={text('team.list.lead')}
        actions={(teams.data?.length ?? 0) > 0 && create}
      />
      {failureOf(teams) !== null ? (
        <ErrorPage cause={teams.error} onRetry={() => void teams.refetch()} />
      ) : teams.data === undefined ? (
        <ListSkeleton label={text('team.list.loading')} />
      ) : teams.data.length === 0 ? (
        <EmptyPage kind="nothing" title={text('team.list.empty.title')} actions={create}>
          <p>{text('team.list.empty.body')}</p>
          {!session.can.createTeam && <p>{text('team.list.empty.viewer')}</p>}
        </EmptyPage>
      ) : (
        <TeamList teams={teams.data} />
      )}
    </Page>
  );
}

function TeamList({ teams }: { teams: readonly Team[] }) {
  const text = useText();
  const { query, setQuery, sort, setSort, shown } = useFiltered(teams, words, orders, 'name');
  return (
    <>
      <ListBar
        label={text('team.list.filter')}
        query={query}
        onQuery={setQuery}
        sort={sort}
        onSort={setSort}
        sortLabel={text('team.list.sort')}
        sorts={[
          { value: 'name', label: text('team.list.sort.name') },
          { value: 'members', label: text('team.list.sort.members') },
          { value: 'updated', label: text('team.list.sort.updated') },
        ]}
        count={
          query === ''
            ? text('team.list.count', { count: teams.length })
            : text('team.list.countOf', { count: shown.length, total: teams.length })
        }
      />
      {shown.length === 0 ? (
        <EmptyPage
          kind="none"
          title={text('team.list.none.title', { query })}
          actions={<Button onClick={() => setQuery('')}>{text('team.list.none.clear')}</Button>}
        >
          {text('team.list.none.body')}
        </EmptyPage>
      ) : (
        <ListTable
          label={text('frame.teams')}
          items={shown}
          columns={[
            {
              key: 'name',
              header: text('team.name'),
              cell: ({ slug, name, purpose }) => <MainLink {...paths.team(slug)} name={name} detail={purpose} />,
            },
            {
              key: 'leads',
              header: text('team.list.column.leads'),
              width: '208px',
              cell: (team) => (
                <bdi style={{ overflowWrap: 'anywhere' }}>
                  {text('team.list.leads', { lead: leadsOf(team)[0] ?? '', more: leadsOf(team).length - 1 })}
                </bdi>
              ),
            },
            {
              key: 'members',
              header: text('team.list.column.members'),
              width: '104px',
              end: true,
              cell: ({ members }) => formatCount(members.length),
            },
            {
              key: 'domains',
              header: text('team.list.column.domains'),
              width: '112px',
              end: true,
              cell: ({ domains }) => formatCount(domains.length),
            },
            {
              key: 'updated',
              header: text('team.list.column.updated'),
              width: '140px',
              optional: true,
              cell: ({ updatedAt }) => <Ago value={updatedAt} />,
            },
          ]}
        />
      )}
    </>
  );
}
