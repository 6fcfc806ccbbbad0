import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { failureOf, queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { ListBar } from '#/components/list/ListBar';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { useFiltered } from '#/components/list/useFiltered';
import { ProductTable } from '#/components/things/ProductTable';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

const words = ({ name, slug, purpose, domain, owner, outputPort }: DataProduct) =>
  [name, slug, purpose, domain.name, owner.name, ...outputPort.columns.map((column) => column.businessName)].join(' ');
const rowsOf = ({ currentVersion }: DataProduct) => currentVersion?.rowCount ?? -1;
const orders = {
  name: (a: DataProduct, b: DataProduct) => a.name.localeCompare(b.name),
  updated: (a: DataProduct, b: DataProduct) => b.updatedAt.localeCompare(a.updatedAt),
  rows: (a: DataProduct, b: DataProduct) => rowsOf(b) - rowsOf(a) || a.name.localeCompare(b.name),
};

export function DataProductsPage() {
  const text = useText();
  const products = useQuery(queries.dataProducts());
  const domains = useQuery(queries.domains());
  const session = useQuery(queries.session());
  const mayCreate =
    session.data?.can.createDomain === true || domains.data?.some(({ can }) => can.createDataProduct) === true;
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
        actions={(products.data?.length ?? 0) > 0 && create}
      />
      {failureOf(products) !== null ? (
        <ErrorPage cause={products.error} onRetry={() => void products.refetch()} />
      ) : products.data === undefined ? (
        <ListSkeleton label={text('product.list.loading')} />
      ) : products.data.length === 0 ? (
        <EmptyPage kind="nothing" title={text('product.list.empty.title')} actions={create}>
          {text(mayCreate ? 'product.list.empty.body' : 'product.list.empty.viewer')}
        </EmptyPage>
      ) : (
        <ProductList products={products.data} />
      )}
    </Page>
  );
}

function ProductList({ products }: { products: readonly DataProduct[] }) {
  const text = useText();
  const { query, setQuery, sort, setSort, shown } = useFiltered(products, words, orders, 'name');
  return (
    <>
      <ListBar
        label={text('product.list.filter')}
        query={query}
        onQuery={setQuery}
        sort={sort}
        onSort={setSort}
        sortLabel={text('product.list.sort')}
        sorts={[
          { value: 'name', label: text('product.list.sort.name') },
          { value: 'updated', label: text('product.list.sort.updated') },
          { value: 'rows', label: text('product.list.sort.rows') },
        ]}
        count={
          query === ''
            ? text('product.list.count', { count: products.length })
            : text('product.list.countOf', { count: shown.length, total: products.length })
        }
      />
      {shown.length === 0 ? (
        <EmptyPage
          kind="none"
          title={text('product.list.none.title', { query })}
          actions={<Button onClick={() => setQuery('')}>{text('product.list.none.clear')}</Button>}
        >
          {text('product.list.none.body')}
        </EmptyPage>
      ) : (
        <ProductTable label={text('product.list.count', { count: shown.length })} products={shown} withDomain />
      )}
    </>
  );
}
