import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { failureOf, queries } from '#/api/query';
import type { Domain } from '#/api/types';
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
import classes from './DomainsPage.module.css';
import { DomainTree } from './DomainTree';

const words = ({ name, slug, purpose, owners, path }: Domain) =>
  [name, slug, purpose, ...owners.map((owner) => owner.name), ...path.map((above) => above.name)].join(' ');
const orders = {
  name: (a: Domain, b: Domain) => a.name.localeCompare(b.name),
  updated: (a: Domain, b: Domain) => b.updatedAt.localeCompare(a.updatedAt),
  products: (a: Domain, b: Domain) => b.dataProductCount - a.dataProductCount || a.name.localeCompare(b.name),
};

export function DomainsPage() {
  const text = useText();
  const domains = useQuery(queries.domains());
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
        actions={(domains.data?.length ?? 0) > 0 && create}
      />
      {failureOf(domains) !== null ? (
        <ErrorPage cause={domains.error} onRetry={() => void domains.refetch()} />
      ) : domains.data === undefined ? (
        <ListSkeleton label={text('domain.list.loading')} />
      ) : domains.data.length === 0 ? (
        <EmptyPage kind="nothing" title={text('domain.list.empty.title')} actions={create}>
          <p>{text('domain.list.empty.body')}</p>
          {!mayCreate && <p>{text('domain.list.empty.viewer')}</p>}
        </EmptyPage>
      ) : (
        <DomainList domains={domains.data} />
      )}
    </Page>
  );
}

function DomainList({ domains }: { domains: readonly Domain[] }) {
  const text = useText();
  const navigate = useNavigate();
  const { view } = useSearch({ from: '/signed-in/framed/domains' });
  const [withRetired, setWithRetired] = useState(false);
  const retired = domains.some(({ lifecycle }) => lifecycle === 'retired');
  const listed = useMemo(
    () => (withRetired ? domains : domains.filter(({ lifecycle }) => lifecycle === 'active')),
    [domains, withRetired],
  );
  const { query, setQuery, sort, setSort, shown } = useFiltered(listed, words, orders, 'name');
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
        {retired && (
          <Switch
            label={text('domain.list.retired')}
            checked={withRetired}
            onChange={(event) => setWithRetired(event.currentTarget.checked)}
          />
        )}
      </div>
      <ListBar
        label={text('domain.list.filter')}
        query={query}
        onQuery={setQuery}
        sort={sort}
        onSort={setSort}
        sortLabel={text('domain.list.sort')}
        sorts={[
          { value: 'name', label: text('domain.list.sort.name') },
          { value: 'updated', label: text('domain.list.sort.updated') },
          { value: 'products', label: text('domain.list.sort.products') },
        ]}
        count={
          query === ''
            ? text('domain.list.count', { count: listed.length })
            : text('domain.list.countOf', { count: shown.length, total: listed.length })
        }
      />
      {shown.length === 0 ? (
        <EmptyPage
          kind="none"
          title={text('domain.list.none.title', { query })}
          actions={<Button onClick={() => setQuery('')}>{text('domain.list.none.clear')}</Button>}
        >
          {text('domain.list.none.body')}
        </EmptyPage>
      ) : view === 'tree' ? (
        <DomainTree domains={shown} />
      ) : (
        <ListTable
          label={text('domain.list.title')}
          items={shown}
          columns={[
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
          ]}
        />
      )}
    </>
  );
}
