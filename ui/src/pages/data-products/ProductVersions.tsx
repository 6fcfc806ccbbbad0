import { useQuery } from '@tanstack/react-query';
import { failureOf, queries } from '#/api/query';
import type { DataProduct, ProductVersion } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ListTable } from '#/components/list/ListTable';
import { formatBytes, formatCount } from '#/format/number';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { TextLink } from '#/kit/links';
import { useText } from '#/messages';
import { PutBack } from './PutBack';

/** Every version of a product, the newest first. */
export function ProductVersions({ product }: { product: DataProduct }) {
  const text = useText();
  const versions = useQuery(queries.productVersions(product.id));
  if (failureOf(versions) !== null) return <ErrorPage cause={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <ListSkeleton label={text('product.versions.loading')} rows={3} />;
  if (versions.data.length === 0) {
    return (
      <EmptyPage kind="nothing" title={text('product.page.noVersions.title')}>
        {text('product.page.noVersions.body')}
      </EmptyPage>
    );
  }
  const items = versions.data
    .map((version) => ({ ...version, id: String(version.number) }))
    .sort((a, b) => b.number - a.number);
  const mayPutBack = product.can.publish && product.activePublication === null && items.length > 1;
  const isCurrent = (number: number) => number === product.currentVersion?.number;
  return (
    <ListTable
      label={text('product.page.versions')}
      items={items}
      columns={[
        {
          key: 'number',
          header: text('product.versions.version'),
          width: '160px',
          cell: ({ number }) => {
            const label = text(isCurrent(number) ? 'product.page.versionCurrent' : 'product.page.versionNumber', {
              number,
            });
            return product.can.readRows ? (
              <TextLink
                to="/data-products/$slug"
                params={{ slug: product.slug }}
                search={{ tab: 'rows', version: number }}
                data-main
                aria-label={text('product.versions.seeRows', { number })}
              >
                {label}
              </TextLink>
            ) : (
              label
            );
          },
        },
        {
          key: 'file',
          header: text('product.versions.file'),
          cell: ({ number, fileName, putBack, how }) => (
            <>
              <bdi>{fileName}</bdi>
              {(putBack !== null || (number > 1 && how.mode !== 'replace')) && (
                <div style={{ color: 'var(--sv-text-soft)', fontSize: 14 }}>
                  {putBack !== null
                    ? text('versions.putBack.from', { number: putBack })
                    : text(how.mode === 'append' ? 'versions.how.append' : 'versions.how.merge', {
                        number: number - 1,
                      })}
                </div>
              )}
            </>
          ),
        },
        {
          key: 'rows',
          header: text('product.versions.rows'),
          width: '104px',
          end: true,
          cell: ({ rowCount, rejectedCount }) => (
            <>
              {formatCount(rowCount)}
              {rejectedCount > 0 && (
                <div style={{ color: 'var(--sv-text-soft)', fontSize: 14 }}>
                  {text('product.versions.rejected', { count: rejectedCount })}
                </div>
              )}
            </>
          ),
        },
        // Where there is something to do, it needs the room.
        ...(mayPutBack
          ? []
          : [
              {
                key: 'columns',
                header: text('product.versions.columns'),
                width: '104px',
                end: true as const,
                optional: true,
                cell: ({ columnCount }: ProductVersion) => formatCount(columnCount),
              },
            ]),
        {
          key: 'size',
          header: text('product.versions.size'),
          width: '96px',
          end: true,
          optional: true,
          cell: ({ sizeBytes }) => formatBytes(sizeBytes),
        },
        {
          key: 'by',
          header: text('product.versions.by'),
          width: '144px',
          cell: ({ publishedBy }) => <bdi>{publishedBy.name}</bdi>,
        },
        {
          key: 'when',
          header: text('product.versions.when'),
          width: '128px',
          cell: ({ publishedAt }) => <Ago value={publishedAt} />,
        },
        ...(mayPutBack
          ? [
              {
                key: 'actions',
                header: text('versions.actions'),
                width: '120px',
                cell: ({ number }: { number: number }) =>
                  isCurrent(number) ? null : <PutBack product={product} number={number} />,
              },
            ]
          : []),
      ]}
    />
  );
}
