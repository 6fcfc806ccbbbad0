import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { queries } from '#/api/query';
import { PublicationView } from '#/components/publication/PublicationView';
import { DataProductPublish } from '#/forms/data-product-publish/DataProductPublish';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useText } from '#/messages';
import { paths } from '#/paths';

const ROUTE = '/signed-in/whole/data-products/$slug/publish';

/** Publishes a new version and follows it until it is the current one. */
export function DataProductPublishPage() {
  const text = useText();
  const { slug } = useParams({ from: ROUTE });
  const { step, draft, done, uploadId, as } = useSearch({ from: ROUTE });
  const navigate = useNavigate();
  const product = useQuery(queries.dataProduct(slug));
  const published = product.data?.currentVersion != null;
  const quality = useQuery({ ...queries.productQuality(product.data?.id ?? ''), enabled: published });
  if (done !== undefined) {
    return <PublicationView publicationId={done} onUndone={() => void navigate(paths.dataProduct(slug))} />;
  }
  const failed = [product, quality].find(({ isError, data }) => isError && !data);
  if (failed) {
    return (
      <main>
        <ErrorPage cause={failed.error} level={1} onRetry={() => void failed.refetch()} />
      </main>
    );
  }
  if (!product.data || (published && !quality.data)) return <main aria-busy />;
  const { can, owner } = product.data;
  if (!can.publish) {
    return (
      <main>
        <EmptyPage
          level={1}
          kind="closed"
          title={text('product.publish.forbidden')}
          actions={<ButtonLink {...paths.dataProduct(slug)}>{text('product.published.next.page')}</ButtonLink>}
        >
          {text('product.publish.forbidden.body', { owner: owner.name })}
        </EmptyPage>
      </main>
    );
  }
  const here = { to: '/data-products/$slug/publish', params: { slug } } as const;
  return (
    <DataProductPublish
      product={product.data}
      promised={quality.data?.outcomes.map(({ rule }) => rule) ?? []}
      place={{ step, draft }}
      asBefore={as === 'before'}
      start={uploadId === undefined ? {} : { file: { id: uploadId, fileName: '' } }}
      onPlace={(place, { replace }) => void navigate({ ...here, search: { ...place }, replace, resetScroll: false })}
      onStarted={({ id }) => void navigate({ ...here, search: { done: id }, replace: true })}
      onClose={() => void navigate(paths.dataProduct(slug))}
      onAnew={() => void navigate({ ...here, search: {}, reloadDocument: true })}
    />
  );
}
