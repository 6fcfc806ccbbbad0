import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { queries } from '#/api/query';
import type { Domain } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ProductTable } from '#/components/things/ProductTable';
import classes from '#/components/things/ThingPage.module.css';
import { formatCount } from '#/format/number';
import { Ago } from '#/kit/Ago';
import { Copyable } from '#/kit/Copyable';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Fact, Facts, Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { LoomWeave } from '#/kit/weave/LoomWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';

export function DomainPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/domains/$slug' });
  const domain = useQuery(queries.domain(slug));
  if (domain.isError) {
    return (
      <Page>
        <ErrorPage
          cause={domain.error}
          level={1}
          onRetry={() => void domain.refetch()}
          actions={
            <ButtonLink {...paths.domains()} variant="default">
              {text('domain.list.none.clear')}
            </ButtonLink>
          }
        />
      </Page>
    );
  }
  if (!domain.data) {
    return (
      <Page>
        <div role="status" aria-label={text('domain.page.loading')}>
          <Skeleton height={16} width={140} mb={12} />
          <Skeleton height={32} width={360} mb={12} />
          <Skeleton height={20} width="60%" />
        </div>
        <ListSkeleton label={text('product.list.loading')} rows={3} />
      </Page>
    );
  }
  return <DomainView domain={domain.data} />;
}

function DomainView({ domain }: { domain: Domain }) {
  const text = useText();
  const { name, kind, purpose, can, slug, owner } = domain;
  const createProduct = can.createDataProduct && (
    <ButtonLink {...paths.dataProductNew({ domainId: domain.id })} leftSection={<IconPlus size={16} aria-hidden />}>
      {text('domain.page.createProduct')}
    </ButtonLink>
  );
  return (
    <Page>
      <PageHead
        kind={text('domain.page.kind', { kind: text(`domain.kind.${kind}.title`) })}
        title={
          <PageTitle tab={name}>
            <bdi>{name}</bdi>
          </PageTitle>
        }
        lead={
          <span className={classes.purpose} dir="auto">
            {purpose}
          </span>
        }
        actions={
          <>
            {can.edit && (
              <ButtonLink
                {...paths.domainEdit(slug)}
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                {text('domain.page.edit')}
              </ButtonLink>
            )}
            {createProduct}
          </>
        }
      />
      <div className={classes.columns}>
        <section className={classes.main} aria-labelledby="domain-products">
          <h2 className={classes.section} id="domain-products">
            {text('domain.page.products')}
          </h2>
          <DomainProducts domain={domain} />
        </section>
        <aside className={classes.facts} aria-label={text('domain.page.facts')}>
          <Facts>
            <Fact name={text('domain.owner')}>
              <bdi>{owner.name}</bdi>
            </Fact>
            <Fact name={text('domain.page.products')}>{formatCount(domain.dataProductCount)}</Fact>
            <Fact name={text('domain.readableId')}>
              <Copyable value={slug} thing={text('domain.readableId')} />
            </Fact>
            <Fact name={text('domain.page.changed')}>
              <Ago value={domain.updatedAt} />
            </Fact>
            <Fact name={text('domain.page.created')}>
              <Ago value={domain.createdAt} />
            </Fact>
          </Facts>
        </aside>
      </div>
    </Page>
  );
}

function DomainProducts({ domain }: { domain: Domain }) {
  const text = useText();
  const products = useQuery(queries.dataProducts({ domainId: domain.id }));
  if (products.isError) {
    return <ErrorPage cause={products.error} compact level={3} onRetry={() => void products.refetch()} />;
  }
  if (!products.data) return <ListSkeleton label={text('product.list.loading')} rows={3} />;
  if (products.data.length === 0) {
    return (
      <EmptyPage
        compact
        level={3}
        picture={<LoomWeave />}
        title={text('domain.page.empty.title')}
        actions={
          domain.can.createDataProduct && (
            <ButtonLink {...paths.dataProductNew({ domainId: domain.id })} variant="light">
              {text('domain.page.createProduct')}
            </ButtonLink>
          )
        }
      >
        {domain.can.createDataProduct
          ? text('domain.page.empty.owner')
          : text('domain.page.empty.other', { owner: domain.owner.name })}
      </EmptyPage>
    );
  }
  return <ProductTable label={text('domain.page.products')} products={products.data} />;
}
