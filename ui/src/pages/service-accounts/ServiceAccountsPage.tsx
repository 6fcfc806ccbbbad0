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
      {text('service-account.create')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHead
        title={<PageTitle tab={text('frame.serviceAccounts')}>{text('frame.serviceAccounts')}</PageTitle>}
        lead={text('service-account.list.lead')}
        actions={(accounts.data?.length ?? 0) > 0 && create}
      />
      {failureOf(accounts) !== null ? (
        <ErrorPage cause={accounts.error} onRetry={() => void accounts.refetch()} />
      ) : accounts.data === undefined ? (
        <ListSkeleton label={text('service-account.list.loading')} />
      ) : accounts.data.length === 0 ? (
        <EmptyPage kind="nothing" title={text('service-account.list.empty.title')} actions={create}>
          <p>{text('service-account.list.empty.body')}</p>
          {!session.can.createServiceAccount && <p>{text('service-account.list.empty.viewer')}</p>}
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
        label={text('service-account.list.filter')}
        query={query}
        onQuery={setQuery}
        sort={sort}
        onSort={setSort}
        sortLabel={text('service-account.list.sort')}
        sorts={[
          { value: 'name', label: text('service-account.list.sort.name') },
          { value: 'expiry', label: text('service-account.list.sort.expiry') },
          { value: 'used', label: text('service-account.list.sort.used') },
        ]}
        count={
          query === ''
            ? text('service-account.list.count', { count: accounts.length })
            : text('service-account.list.countOf', { count: shown.length, total: accounts.length })
        }
      />
      {shown.length === 0 ? (
        <EmptyPage
          kind="none"
          title={text('service-account.list.none.title', { query })}
          actions={<Button onClick={() => setQuery('')}>{text('service-account.list.none.clear')}</Button>}
        >
          {text('service-account.list.none.body')}
        </EmptyPage>
      ) : (
        <ListTable
          label={text('frame.serviceAccounts')}
          items={shown}
          columns={[
            {
              key: 'name',
              header: text('service-account.name'),
              cell: ({ id, name, purpose }) => <MainLink {...paths.serviceAccount(id)} name={name} detail={purpose} />,
            },
            {
              key: 'owner',
              header: text('service-account.owner'),
              width: '184px',
              cell: ({ owner }) => <bdi>{owner.name}</bdi>,
            },
            {
              key: 'role',
              header: text('service-account.role.short'),
              width: '104px',
              optional: true,
              cell: ({ role }) => text(`service-account.role.${role ?? 'none'}`),
            },
            {
              key: 'tokens',
              header: text('service-account.tokens'),
              width: '216px',
              cell: (account) => <TokenState account={account} />,
            },
            {
              key: 'used',
              header: text('service-account.lastUsed'),
              width: '136px',
              cell: ({ lastUsedAt }) => (lastUsedAt == null ? text('service-account.never') : <Ago value={lastUsedAt} />),
            },
          ]}
        />
      )}
    </>
  );
}
