import { useMemo } from 'react';
import type { DataProduct } from '#/api/types';
import { type ListColumn, ListTable } from '#/components/list/ListTable';
import { MainLink } from '#/components/list/MainLink';
import { formatCount } from '#/format/number';
import { Ago } from '#/kit/Ago';
import { type TextOf, useText } from '#/messages';
import { paths } from '#/paths';
import { LifecycleBadge } from './LifecycleBadge';

interface ProductTableProps {
  label: string;
  products: readonly DataProduct[];
  /** Left out on a domain's own page. */
  withDomain?: boolean;
}

/** Data products, one row each. */
export function ProductTable({ label, products, withDomain = false }: ProductTableProps) {
  const text = useText();
  const columns = useMemo(() => columnsOf(text, withDomain), [text, withDomain]);
  return <ListTable label={label} items={products} columns={columns} />;
}

function columnsOf(text: TextOf, withDomain: boolean): readonly ListColumn<DataProduct>[] {
  const domain: ListColumn<DataProduct>[] = withDomain
    ? [
        {
          key: 'domain',
          header: text('product.domain'),
          width: '152px',
          cell: (product) => <bdi>{product.domain.name}</bdi>,
        },
      ]
    : [];
  return [
    {
      key: 'name',
      header: text('product.list.column.name'),
      cell: ({ slug, name, purpose }) => <MainLink {...paths.dataProduct(slug)} name={name} detail={purpose} />,
    },
    ...domain,
    {
      key: 'owner',
      header: text('product.owner'),
      width: '152px',
      optional: true,
      cell: ({ owner }) => <bdi>{owner.name}</bdi>,
    },
    {
      key: 'state',
      header: text('product.lifecycle'),
      width: '104px',
      cell: ({ lifecycle }) => <LifecycleBadge lifecycle={lifecycle} />,
    },
    {
      key: 'rows',
      header: text('product.list.column.rows'),
      width: '112px',
      end: true,
      cell: ({ currentVersion }) => (currentVersion ? formatCount(currentVersion.rowCount) : '–'),
    },
    {
      key: 'updated',
      header: text('product.list.column.updated'),
      width: '124px',
      optional: true,
      cell: ({ updatedAt }) => <Ago value={updatedAt} />,
    },
  ];
}
