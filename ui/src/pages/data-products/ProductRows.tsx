import { useQuery } from '@tanstack/react-query';
import { isProblem } from '#/api/problem';
import { failureOf, queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { PreviewSkeleton } from '#/components/file/PreviewSkeleton';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { PagedRows } from '#/table/PagedRows';
import { RejectedRows } from './RejectedRows';
import { VersionChoice } from './VersionChoice';

interface ProductRowsProps {
  product: DataProduct;
  /** The version to show; the current one by default. */
  version: number | undefined;
  onVersion: (number: number | undefined) => void;
}

/** The real rows of a version, for whom may read them. */
export function ProductRows({ product, version, onVersion }: ProductRowsProps) {
  const text = useText();
  const { currentVersion, can, name } = product;
  const versions = useQuery({
    ...queries.productVersions(product.id),
    enabled: currentVersion !== null && can.readRows,
  });
  const number = version ?? currentVersion?.number ?? 0;
  // The first page tells whether one may read at all, and the columns of that version.
  const first = useQuery({
    ...queries.rows(product.id, { version: number, offset: 0, limit: 200 }),
    enabled: currentVersion !== null && can.readRows,
  });
  if (!can.readRows || isProblem(first.error, 'rows_need_grant')) return <GrantPage product={product} />;
  if (currentVersion === null) {
    return (
      <EmptyPage kind="nothing" title={text('product.page.noRows.title')}>
        {text('product.page.noRows.body')}
      </EmptyPage>
    );
  }
  if (failureOf(first) !== null) return <ErrorPage cause={first.error} onRetry={() => void first.refetch()} />;
  const list = versions.data ?? [currentVersion];
  const shown = list.find((each) => each.number === number);
  return (
    <section style={{ display: 'flex', flexDirection: 'column', gap: 12 }} aria-label={text('product.page.rows')}>
      <div style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
        <VersionChoice versions={list} current={currentVersion.number} shown={number} onChoose={onVersion} />
        {first.data && <span className="tabular">{text('table.rows', { count: first.data.rowCount })}</span>}
      </div>
      {shown !== undefined && <RejectedRows key={number} productId={product.id} version={shown} />}
      {!first.data ? (
        <PreviewSkeleton label={text('product.page.rowsLoading')} />
      ) : first.data.rowCount === 0 ? (
        <EmptyPage kind="nothing" title={text('product.page.emptyVersion')} compact />
      ) : (
        <PagedRows
          key={number}
          label={text('product.page.rowsLabel', { name, number })}
          productId={product.id}
          version={number}
          columns={first.data.columns}
          rowCount={first.data.rowCount}
          sample={first.data.rows}
        />
      )}
    </section>
  );
}

function GrantPage({ product }: { product: DataProduct }) {
  const text = useText();
  const session = useQuery(queries.session());
  return (
    <EmptyPage
      kind="closed"
      title={text('product.page.grant.title')}
      actions={
        <ButtonLink {...paths.dataProduct(product.slug)} variant="default">
          {text('product.page.grant.columns')}
        </ButtonLink>
      }
    >
      <p>{text('product.page.grant.body')}</p>
      <p>
        {session.data?.singlePerson === true
          ? text('product.page.grant.single')
          : text('product.page.grant.ask', { owner: product.owner.name })}
      </p>
    </EmptyPage>
  );
}
