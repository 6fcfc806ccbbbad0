import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { failureOf, queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { ServiceAccount } from '#/api/types';
import { ListBar } from '#/components/list/ListBar';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ListTable } from '#/components/list/ListTable';
import { MainLink } from '#/components/list/MainLink';
import { useFiltered } from '#/components/list/useFiltered';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { TokenState } from './TokenState';

const words = ({ name, purpose, owner }: ServiceAccount) => `${name} ${purpose} ${owner.name}`;
const orders = {
  name: (a: ServiceAccount, b: ServiceAccount) => a.name.localeCompare(b.name),
  used: (a: ServiceAccount, b: ServiceAccount) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''),
  // What expires first comes first; what has no token can't expire.
  expiry: (a: ServiceAccount, b: ServiceAccount) => (a.nextExpiryAt ?? '9').localeCompare(b.nextExpiryAt ?? '9'),
};

export function ServiceAccountsPage() {
  const text = useText();
  const session = useSession();
  const accounts = useQuery(queries.serviceAccounts());
  const create = session.can.createServiceAccount && (
    <ButtonLink {...paths.serviceAccountNew()} leftSection={<IconPlus size={16} aria-hidden />}>
      {text('service.create')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHead
        title={<PageTitle tab={text('frame.serviceAccounts')}>{text('frame.serviceAccounts')}</PageTitle>}
        lead={text('service.list.lead')}
        actions={(accounts.data?.length ?? 0) > 0 && create}
      />
      {failureOf(accounts) !== null ? (
        <ErrorPage cause={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : accounts.data === undefined ? (
        <ListSkeleton label={text('service.list.loading')} />
      ) : accounts.data.length === 0 ? (
        <EmptyPage kind="nothing" title={text('service.list.empty.title')} actions={create}>
          <p>{text('service.list.empty.body')}</p>
          {!session.can.createServiceAccount && <p>{text('service.list.empty.viewer')}</p>}
        </EmptyPage>
      ) : (
        <AccountList accounts={accounts.data} />
      )}
    </Page>
  );
}

function AccountList({ accounts }: { accounts: readonly ServiceAccount[] }) {
  const text = useText();
  const { query, setQuery, sort, setSort, shown } = useFiltered(accounts, words, orders, 'name');
  return (
    <>
      <ListBar
        label={text('service.list.filter')}
        query={query}
        onQuery={setQuery}
        sort={sort}
        onSort={setSort}
        sortLabel={text('service.list.sort')}
        sorts={[
          { value: 'name', label: text('service.list.sort.name') },
          { value: 'expiry', label: text('service.list.sort.expiry') },
          { value: 'used', label: text('service.list.sort.used') },
        ]}
        count={
          query === ''
            ? text('service.list.count', { count: accounts.length })
            : text('service.list.countOf', { count: shown.length, total: accounts.length })
        }
      />
      {shown.length === 0 ? (
        <EmptyPage
          kind="none"
          title={text('service.list.none.title', { query })}
          actions={<Button onClick={() => setQuery('')}>{text('service.list.none.clear')}</Button>}
        >
          {text('service.list.none.body')}
        </EmptyPage>
      ) : (
        <ListTable
          label={text('frame.serviceAccounts')}
          items={shown}
          columns={[
            {
              key: 'name',
              header: text('service.name'),
              cell: ({ id, name, purpose }) => <MainLink {...paths.serviceAccount(id)} name={name} detail={purpose} />,
            },
            {
              key: 'owner',
              header: text('service.owner'),
              width: '184px',
              cell: ({ owner }) => <bdi>{owner.name}</bdi>,
            },
            {
              key: 'role',
              header: text('service.role.short'),
              width: '104px',
              optional: true,
              cell: ({ role }) => text(`service.role.${role ?? 'none'}`),
            },
            {
              key: 'tokens',
              header: text('service.tokens'),
              width: '216px',
              cell: (account) => <TokenState account={account} />,
            },
            {
              key: 'used',
              header: text('service.lastUsed'),
              width: '136px',
              cell: ({ lastUsedAt }) => (lastUsedAt == null ? text('service.never') : <Ago value={lastUsedAt} />),
            },
          ]}
        />
      )}
    </>
  );
}
