import { ActionIcon, Menu, Tabs } from '@mantine/core';
import { IconDots, IconPencil, IconScale, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { Activity } from '#/components/activity/Activity';
import { ColumnTable } from '#/components/columns/ColumnTable';
import { WhyMay } from '#/components/policy/WhyMay';
import { PublicationBanner } from '#/components/publication/PublicationBanner';
import { Found } from '#/components/things/Found';
import { LifecycleBadge } from '#/components/things/LifecycleBadge';
import { MenuLink } from '#/components/things/MenuLink';
import classes from '#/components/things/ThingPage.module.css';
import { ButtonLink, TextLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { Phrase, useText } from '#/messages';
import { type ProductTab, paths, productTabs } from '#/paths';
import { ProductContract } from './contract/ProductContract';
import { ProductFacts } from './ProductFacts';
import { ProductPromises } from './ProductPromises';
import { ProductRows } from './ProductRows';
import { ProductVersions } from './ProductVersions';
import { ProductProfile } from './profile/ProductProfile';

export function DataProductPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/data-products/$slug' });
  const product = useQuery(queries.dataProduct(slug));
  return (
    <Found
      asked={product}
      loading={text('product.page.loading')}
      rows={4}
      elsewhere={
        <ButtonLink {...paths.dataProducts()} variant="default">
          {text('product.list.none.clear')}
        </ButtonLink>
      }
    >
      {(found) => <ProductView product={found} />}
    </Found>
  );
}

function ProductView({ product }: { product: DataProduct }) {
  const text = useText();
  const navigate = useNavigate();
  const { tab = 'overview', version } = useSearch({ from: '/signed-in/framed/data-products/$slug' });
  const { name, purpose, slug, domain, lifecycle, can, activePublication, outputPort } = product;
  const [asking, setAsking] = useState(false);
  const mayPublish = can.publish && activePublication === null;
  const go = (to: ProductTab, number?: number) =>
    void navigate({
      ...paths.dataProduct(slug),
      search: { ...(to === 'overview' ? {} : { tab: to }), ...(number === undefined ? {} : { version: number }) },
      replace: true,
      resetScroll: false,
    });
  return (
    <Page width={tab === 'rows' || tab === 'profile' ? 'full' : 'wide'}>
      <PageHead
        kind={
          <>
            <span>
              <Phrase
                id="product.page.kind"
                values={{
                  domain: (
                    <TextLink key="domain" {...paths.domain(domain.slug)} inherit>
                      <bdi>{domain.name}</bdi>
                    </TextLink>
                  ),
                }}
              />
            </span>
            <LifecycleBadge lifecycle={lifecycle} />
          </>
        }
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
            {mayPublish && (
              <ButtonLink {...paths.dataProductPublish(slug)} leftSection={<IconUpload size={16} aria-hidden />}>
                {text('product.page.publish')}
              </ButtonLink>
            )}
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={text('product.page.more')}>
                  <IconDots size={20} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {can.edit && (
                  <MenuLink {...paths.dataProductEdit(slug)} leftSection={<IconPencil size={16} aria-hidden />}>
                    {text('product.page.edit')}
                  </MenuLink>
                )}
                <Menu.Item leftSection={<IconScale size={16} aria-hidden />} onClick={() => setAsking(true)}>
                  {text('policy.why')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      {activePublication !== null && (
        <PublicationBanner
          product={product}
          publicationId={activePublication}
          onUndone={(draftId) => {
            if (draftId !== null) void navigate(paths.draft(draftId));
          }}
        />
      )}
      <Tabs
        value={tab}
        onChange={(value) => go(productTabs.find((known) => known === value) ?? 'overview')}
        keepMounted={false}
      >
        <Tabs.List aria-label={text('product.page.tabs')} mb="lg">
          {productTabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {text(`product.page.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <div className={classes.columns}>
            <section className={classes.main} aria-labelledby="product-columns">
              <h2 className={classes.section} id="product-columns">
                {text('product.page.columns')}
              </h2>
              <ColumnTable columns={outputPort.columns} />
            </section>
            <ProductFacts product={product} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="contract">
          <ProductContract product={product} />
        </Tabs.Panel>
        <Tabs.Panel value="quality">
          <ProductPromises product={product} />
        </Tabs.Panel>
        <Tabs.Panel value="rows">
          <ProductRows product={product} version={version} onVersion={(number) => go('rows', number)} />
        </Tabs.Panel>
        <Tabs.Panel value="profile">
          <ProductProfile product={product} version={version} onVersion={(number) => go('profile', number)} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <ProductVersions product={product} />
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <Activity kind="data-product" id={product.id} name={name} />
        </Tabs.Panel>
      </Tabs>
      <WhyMay opened={asking} onClose={() => setAsking(false)} kind="data-product" id={product.id} name={name} />
    </Page>
  );
}
