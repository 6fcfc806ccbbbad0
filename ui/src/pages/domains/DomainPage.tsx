import { ActionIcon, Badge, Menu, Tabs } from '@mantine/core';
import {
  IconArchive,
  IconArrowsMove,
  IconCursorText,
  IconDots,
  IconPencil,
  IconPlus,
  IconRestore,
  IconScale,
  IconSitemap,
} from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { failureOf, queries } from '#/api/query';
import type { Domain, PlanInput } from '#/api/types';
import { Activity } from '#/components/activity/Activity';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { More } from '#/components/list/More';
import { RecentPlan } from '#/components/plan/RecentPlan';
import { WhyMay } from '#/components/policy/WhyMay';
import { Found } from '#/components/things/Found';
import { InheritedRoles } from '#/components/things/InheritedRoles';
import { MenuLink } from '#/components/things/MenuLink';
import { ProductTable } from '#/components/things/ProductTable';
import classes from '#/components/things/ThingPage.module.css';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { DomainFacts } from './DomainFacts';
import { Subdomains } from './Subdomains';

export function DomainPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/domains/$slug' });
  const domain = useQuery(queries.domain(slug));
  return (
    <Found
      asked={domain}
      loading={text('domain.page.loading')}
      elsewhere={
        <ButtonLink {...paths.domains()} variant="default">
          {text('domain.list.none.clear')}
        </ButtonLink>
      }
    >
      {(found) => <DomainView domain={found} />}
    </Found>
  );
}

function DomainView({ domain }: { domain: Domain }) {
  const text = useText();
  const { id, name, kind, purpose, can, slug, lifecycle } = domain;
  const retired = lifecycle === 'retired';
  const navigate = useNavigate();
  const { tab = 'overview' } = useSearch({ from: '/signed-in/framed/domains/$slug' });
  const [asking, setAsking] = useState(false);
  return (
    <Page>
      <PageHead
        kind={
          <>
            {text('domain.page.kind', { kind: text(`domain.kind.${kind}.title`) })}{' '}
            {retired && (
              <Badge variant="light" color="gray" leftSection={<IconArchive size={12} aria-hidden />}>
                {text('domain.page.retired')}
              </Badge>
            )}
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
            {retired && can.edit && (
              <ButtonLink {...paths.domainReopen(slug)} leftSection={<IconRestore size={16} aria-hidden />}>
                {text('domain.page.reopen')}
              </ButtonLink>
            )}
            {can.createDataProduct && (
              <ButtonLink {...paths.dataProductNew({ domainId: id })} leftSection={<IconPlus size={16} aria-hidden />}>
                {text('domain.page.createProduct')}
              </ButtonLink>
            )}
            <DomainMenu domain={domain} onAsk={() => setAsking(true)} />
          </>
        }
      />
      {retired && <p>{text('domain.page.retired.body')}</p>}
      {can.edit && <RecentPlan subject={id} opposite={(plan) => <Opposite slug={slug} plan={plan} />} />}
      <Tabs
        value={tab}
        onChange={(value) =>
          void navigate({ ...paths.domain(slug, value === 'activity' ? 'activity' : undefined), resetScroll: false })
        }
        keepMounted={false}
      >
        <Tabs.List aria-label={text('domain.page.tabs')} mb="lg">
          <Tabs.Tab value="overview">{text('domain.page.overview')}</Tabs.Tab>
          <Tabs.Tab value="activity">{text('domain.page.activity')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="overview">
          <div className={classes.columns}>
            <div className={classes.main}>
              <Subdomains of={domain} />
              <section className={classes.main} aria-labelledby="domain-products">
                <h2 className={classes.section} id="domain-products">
                  {text('domain.page.products')}
                </h2>
                <DomainProducts domain={domain} />
              </section>
              <InheritedRoles roles={domain.inherited} />
            </div>
            <DomainFacts domain={domain} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="activity">
          <Activity kind="domain" id={id} name={name} />
        </Tabs.Panel>
      </Tabs>
      <WhyMay opened={asking} onClose={() => setAsking(false)} kind="domain" id={id} name={name} />
    </Page>
  );
}

function DomainMenu({ domain: { id, slug, can, lifecycle }, onAsk }: { domain: Domain; onAsk: () => void }) {
  const text = useText();
  const changes = lifecycle === 'active' && can.edit;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={text('domain.page.more')}>
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {changes && (
          <MenuLink {...paths.domainEdit(slug)} leftSection={<IconPencil size={16} aria-hidden />}>
            {text('domain.page.edit')}
          </MenuLink>
        )}
        {can.createSubdomain && (
          <MenuLink {...paths.domainNew({ below: id })} leftSection={<IconSitemap size={16} aria-hidden />}>
            {text('domain.page.createSubdomain')}
          </MenuLink>
        )}
        {changes && (
          <>
            <Menu.Divider />
            <MenuLink {...paths.domainRename(slug)} leftSection={<IconCursorText size={16} aria-hidden />}>
              {text('domain.page.rename')}
            </MenuLink>
            <MenuLink {...paths.domainMove(slug)} leftSection={<IconArrowsMove size={16} aria-hidden />}>
              {text('domain.page.move')}
            </MenuLink>
            <MenuLink {...paths.domainRetire(slug)} leftSection={<IconArchive size={16} aria-hidden />}>
              {text('domain.page.retire')}
            </MenuLink>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<IconScale size={16} aria-hidden />} onClick={onAsk}>
          {text('policy.why')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Leads to the plan that goes the other way, filled in. */
function Opposite({ slug, plan }: { slug: string; plan: PlanInput }) {
  const text = useText();
  const link = (() => {
    switch (plan.kind) {
      case 'rename-domain':
        return paths.domainRename(slug, { name: plan.name, ...(plan.slug ? { id: plan.slug } : {}) });
      case 'move-domain':
        return paths.domainMove(slug, { below: plan.parentId ?? '' });
      case 'retire-domain':
        return paths.domainRetire(slug);
      case 'reopen-domain':
        return paths.domainReopen(slug);
      default:
        return null;
    }
  })();
  if (link === null) return null;
  return (
    <ButtonLink {...link} variant="default" size="sm">
      {text(`plan.opposite.${plan.kind}`)}
    </ButtonLink>
  );
}

function DomainProducts({ domain }: { domain: Domain }) {
  const text = useText();
  const products = useInfiniteQuery(queries.dataProductList({ domainId: domain.id }));
  const listed = useMemo(() => products.data?.pages.flatMap(({ items }) => items), [products.data]);
  if (failureOf(products) !== null) {
    return <ErrorPage cause={products.error} compact level={3} onRetry={() => void products.refetch()} />;
  }
  if (listed === undefined) return <ListSkeleton label={text('product.list.loading')} rows={3} />;
  if (listed.length === 0) {
    const owners = domain.owners.map(({ name }) => name);
    return (
      <EmptyPage
        compact
        level={3}
        kind="nothing"
        title={text('domain.page.empty.title')}
        actions={
          domain.can.createDataProduct && (
            <ButtonLink {...paths.dataProductNew({ domainId: domain.id })} variant="light">
              {text('domain.page.createProduct')}
            </ButtonLink>
          )
        }
      >
        {domain.can.createDataProduct && text('domain.page.empty.owner')}
        {!domain.can.createDataProduct &&
          domain.lifecycle === 'active' &&
          text('domain.page.empty.other', { owners: owners.join(', '), count: owners.length })}
      </EmptyPage>
    );
  }
  return (
    <>
      <ProductTable label={text('domain.page.products')} products={listed} />
      <More shown={listed.length} total={products.data?.pages[0]?.total ?? undefined} list={products} />
    </>
  );
}
