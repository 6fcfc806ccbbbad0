import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { failureOf, queries } from '#/api/query';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { DataProductEdit } from '#/forms/data-product-edit/DataProductEdit';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

export function DataProductEditPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/data-products/$slug/edit' });
  const navigate = useNavigate();
  // What others save meanwhile must not be taken for what was being edited, so the form reads once.
  const product = useQuery({ ...queries.dataProduct(slug), staleTime: 0 });
  const fresh = useRef(false);
  if (product.isFetchedAfterMount) fresh.current = true;
  if (failureOf(product) !== null) {
    return (
      <Page>
        <ErrorPage cause={product.error} level={1} onRetry={() => void product.refetch()} />
      </Page>
    );
  }
  if (!product.data || !fresh.current) {
    return (
      <Page>
        <ListSkeleton label={text('product.page.loading')} rows={4} />
      </Page>
    );
  }
  const { name, owner, can } = product.data;
  if (!can.edit) {
    return (
      <Page>
        <EmptyPage
          level={1}
          kind="closed"
          title={text('product.edit.forbidden')}
          actions={<ButtonLink {...paths.dataProduct(slug)}>{text('product.published.next.page')}</ButtonLink>}
        >
          {text('product.publish.forbidden.body', { owner: owner.name })}
        </EmptyPage>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead
        kind={text('product.edit.title')}
        title={
          <PageTitle tab={text('product.edit.tab', { name })}>
            <bdi>{name}</bdi>
          </PageTitle>
        }
        lead={text('product.edit.locked', { id: slug })}
      />
      <DataProductEdit
        product={product.data}
        onSaved={(saved) => void navigate(paths.dataProduct(saved.slug))}
        onCancel={() => void navigate(paths.dataProduct(slug))}
      />
    </Page>
  );
}
