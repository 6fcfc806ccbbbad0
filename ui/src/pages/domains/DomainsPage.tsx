import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { failureOf, queries } from '#/api/query';
import type { Domain } from '#/api/types';
import { ListBar } from '#/components/list/ListBar';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { type ListColumn, ListTable } from '#/components/list/ListTable';
import { MainLink } from '#/components/list/MainLink';
import { More } from '#/components/list/More';
import { useAsked } from '#/components/list/useAsked';
import { formatCount } from '#/format/number';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { type TextOf, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './DomainsPage.module.css';
import { DomainTree } from './DomainTree';
import { found, orders } from './outlines';

/** Whether there is any, in use or closed: asked of lists of one. */
const ANY = 1;

export function DomainsPage() {
  const text = useText();
  const any = useQuery(queries.firstDomains({}, ANY));
  const session = useQuery(queries.session());
  const mayCreate = session.data?.can.createDomain === true;
  const create = mayCreate && (
    <ButtonLink {...paths.domainNew()} leftSection={<IconPlus size={16} aria-hidden />}>
      {text('domain.list.create')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHead
        title={<PageTitle tab={text('domain.list.title')}>{text('domain.list.title')}</PageTitle>}
        lead={text('domain.list.lead')}
        actions={(any.data?.items.length ?? 0) > 0 && create}
      />
      {failureOf(any) !== null ? (
        <ErrorPage cause={any.error} onRetry={() => void any.refetch()} />
      ) : any.data === undefined ? (
        <ListSkeleton label={text('domain.list.loading')} />
      ) : any.data.items.length === 0 ? (
        <EmptyPage kind="nothing" title={text('domain.list.empty.title')} actions={create}>
          <p>{text('domain.list.empty.body')}</p>
          {!mayCreate && <p>{text('domain.list.empty.viewer')}</p>}
        </EmptyPage>
      ) : (
        <Domains />
      )}
    </Page>
  );
}

function Domains() {
  const text = useText();
  const navigate = useNavigate();
  const { view } = useSearch({ from: '/signed-in/framed/domains' });
  const [withRetired, setWithRetired] = useState(false);
  const retired = useQuery(queries.firstDomains({ shown: 'retired' }, ANY));
  const asked = useAsked<'name' | 'updated' | 'products'>('name');
  return (
    <>
      <div className={classes.views}>
        <SegmentedControl
          aria-label={text('domain.list.view')}
          value={view ?? 'list'}
          onChange={(to) => void navigate({ ...paths.domains(to === 'tree' ? 'tree' : undefined), replace: true })}
          data={[
            { value: 'list', label: text('domain.list.view.list') },
            { value: 'tree', label: text('domain.list.view.tree') },
          ]}
        />
        {(retired.data?.items.length ?? 0) > 0 && (
          <Switch
            label={text('domain.list.retired')}
            checked={withRetired}
            onChange={(event) => setWithRetired(event.currentTarget.checked)}
          />
        )}
      </div>
      {view === 'tree' ? (
        <Tree asked={asked} withRetired={withRetired} />
      ) : (
        <List asked={asked} withRetired={withRetired} />
      )}
    </>
  );
}

interface PartProps {
  asked: ReturnType<typeof useAsked<'name' | 'updated' | 'products'>>;
  withRetired: boolean;
}

function Bar({ asked, count }: { asked: PartProps['asked']; count: string }) {
  const text = useText();
  return (
    <ListBar
      label={text('domain.list.filter')}
      query={asked.typed}
      onQuery={asked.type}
      sort={asked.sort}
      onSort={asked.setSort}
      sortLabel={text('domain.list.sort')}
      sorts={[
        { value: 'name', label: text('domain.list.sort.name') },
        { value: 'updated', label: text('domain.list.sort.updated') },
        { value: 'products', label: text('domain.list.sort.products') },
      ]}
      count={count}
    />
  );
}

function None({ asked }: { asked: PartProps['asked'] }) {
  const text = useText();
  return (
    <EmptyPage
      kind="none"
      title={text('domain.list.none.title', { query: asked.query })}
      actions={<Button onClick={() => asked.type('')}>{text('domain.list.none.clear')}</Button>}
    >
      {text('domain.list.none.body')}
    </EmptyPage>
  );
}

function List({ asked, withRetired }: PartProps) {
  const text = useText();
  const shown = withRetired ? 'all' : 'active';
  const { query, sort } = asked;
  const list = useInfiniteQuery(queries.domainList({ query, shown, order: sort }));
  const all = useQuery(queries.firstDomains({ shown }, ANY)).data?.total ?? undefined;
  const domains = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const found = list.data?.pages[0]?.total ?? undefined;
  const columns = useMemo(() => columnsOf(text), [text]);
  return (
    <>
      <Bar
        asked={asked}
        count={
          found === undefined
            ? ''
            : query === ''
              ? text('domain.list.count', { count: found })
              : text('domain.list.countOf', { count: found, total: all ?? found })
        }
      />
      {failureOf(list) !== null ? (
        <ErrorPage cause={list.error} onRetry={() => void list.refetch()} />
      ) : domains === undefined ? (
        <ListSkeleton label={text('domain.list.loading')} />
      ) : domains.length === 0 ? (
        <None asked={asked} />
      ) : (
        <>
          <ListTable label={text('domain.list.title')} items={domains} columns={columns} />
          <More shown={domains.length} total={found} list={list} />
        </>
      )}
    </>
  );
}

function Tree({ asked, withRetired }: PartProps) {
  const text = useText();
  const tree = useQuery(queries.domainTree());
  const { query, sort } = asked;
  const listed = useMemo(
    () => (tree.data ?? []).filter(({ lifecycle }) => withRetired || lifecycle === 'active'),
    [tree.data, withRetired],
  );
  const shown = useMemo(() => found(listed, query).toSorted(orders[sort]), [listed, query, sort]);
  return (
    <>
      <Bar
        asked={asked}
        count={
          query === ''
            ? text('domain.list.count', { count: listed.length })
            : text('domain.list.countOf', { count: shown.length, total: listed.length })
        }
      />
      {failureOf(tree) !== null ? (
        <ErrorPage cause={tree.error} onRetry={() => void tree.refetch()} />
      ) : tree.data === undefined ? (
        <ListSkeleton label={text('domain.list.loading')} />
      ) : shown.length === 0 ? (
        <None asked={asked} />
      ) : (
        // What was opened or closed while something was looked for means nothing afterwards.
        <DomainTree key={query} domains={shown} sought={query !== ''} />
      )}
    </>
  );
}

const columnsOf = (text: TextOf): readonly ListColumn<Domain>[] => [
  {
    key: 'name',
    header: text('domain.list.column.name'),
    cell: ({ slug, name, purpose, path }) => (
      <MainLink
        {...paths.domain(slug)}
        name={name}
        detail={path.length === 0 ? purpose : `${path.map((above) => above.name).join(' › ')} · ${purpose}`}
      />
    ),
  },
  {
    key: 'kind',
    header: text('domain.list.column.kind'),
    width: '168px',
    optional: true,
    cell: ({ kind }) => text(`domain.kind.${kind}.title`),
  },
  {
    key: 'owner',
    header: text('domain.list.column.owner'),
    width: '184px',
    cell: ({ owners }) => <bdi>{owners.map(({ name }) => name).join(', ')}</bdi>,
  },
  {
    key: 'products',
    header: text('domain.list.column.products'),
    width: '128px',
    end: true,
    cell: ({ dataProductCount }) => formatCount(dataProductCount),
  },
  {
    key: 'updated',
    header: text('domain.list.column.updated'),
    width: '152px',
    optional: true,
    cell: ({ updatedAt }) => <Ago value={updatedAt} />,
  },
];
