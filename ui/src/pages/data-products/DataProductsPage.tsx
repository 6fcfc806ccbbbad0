import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { failureOf, queries } from '#/api/query';
import { ListBar } from '#/components/list/ListBar';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { More } from '#/components/list/More';
import { useAsked } from '#/components/list/useAsked';
import { ProductTable } from '#/components/things/ProductTable';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

const ANY = 1;

export function DataProductsPage() {
  const text = useText();
  const any = useQuery(queries.firstDataProducts({}, ANY));
  const session = useQuery(queries.session());
  const mayCreateDomain = session.data?.can.createDomain === true;
  const domains = useQuery({
    ...queries.firstDomains({ can: 'create-data-product' }, ANY),
    enabled: session.isSuccess && !mayCreateDomain,
  });
  const mayCreate = mayCreateDomain || (domains.data?.items.length ?? 0) > 0;
  const create = mayCreate && (
    <ButtonLink {...paths.dataProductNew()} leftSection={<IconPlus size={16} aria-hidden />}>
      {text('product.list.create')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHead
        title={<PageTitle tab={text('product.list.title')}>{text('product.list.title')}</PageTitle>}
        lead={text('product.list.lead')}
        actions={(any.data?.items.length ?? 0) > 0 && create}
      />
      {failureOf(any) !== null ? (
        <ErrorPage cause={any.error} onRetry={() => void any.refetch()} />
      ) : any.data === undefined ? (
        <ListSkeleton label={text('product.list.loading')} />
      ) : any.data.items.length === 0 ? (
        <EmptyPage kind="nothing" title={text('product.list.empty.title')} actions={create}>
          {text(mayCreate ? 'product.list.empty.body' : 'product.list.empty.viewer')}
        </EmptyPage>
      ) : (
        <ProductList all={any.data.total ?? undefined} />
      )}
    </Page>
  );
}

function ProductList({ all }: { all: number | undefined }) {
  const text = useText();
  const { typed, type, query, sort, setSort } = useAsked<'name' | 'updated' | 'rows'>('name');
  const list = useInfiniteQuery(queries.dataProductList({ query, order: sort }));
  const products = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const found = list.data?.pages[0]?.total ?? undefined;
  return (
    <>
      <ListBar
        label={text('product.list.filter')}
        query={typed}
        onQuery={type}
        sort={sort}
        onSort={setSort}
        sortLabel={text('product.list.sort')}
        sorts={[
          { value: 'name', label: text('product.list.sort.name') },
          { value: 'updated', label: text('product.list.sort.updated') },
          { value: 'rows', label: text('product.list.sort.rows') },
        ]}
        count={
          found === undefined
            ? ''
            : query === ''
              ? text('product.list.count', { count: found })
              : text('product.list.countOf', { count: found, total: all ?? found })
        }
      />
      {failureOf(list) !== null ? (
        <ErrorPage cause={list.error} onRetry={() => void list.refetch()} />
      ) : products === undefined ? (
        <ListSkeleton label={text('product.list.loading')} />
      ) : products.length === 0 ? (
        <EmptyPage
          kind="none"
          title={text('product.list.none.title', { query })}
          actions={<Button onClick={() => type('')}>{text('product.list.none.clear')}</Button>}
        >
          {text('product.list.none.body')}
        </EmptyPage>
      ) : (
        <>
          <ProductTable
            label={text('product.list.count', { count: found ?? products.length })}
            products={products}
            withDomain
          />
          <More shown={products.length} total={found} list={list} />
        </>
      )}
    </>
  );
}
