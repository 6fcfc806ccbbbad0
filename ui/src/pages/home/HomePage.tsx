import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isOwn, mayMakeProducts } from '#/api/own';
import { failureOf, queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { DataProduct, Domain, Notification, Session } from '#/api/types';
import { ErrorPage } from '#/kit/ErrorPage';
import { Page } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { Beginning } from './Beginning';
import { DraftsToResume } from './DraftsToResume';
import { Finder } from './Finder';
import { HomeDomains } from './HomeDomains';
import classes from './HomePage.module.css';
import { NEWS_SHOWN, NewForMe } from './NewForMe';
import { OwnProducts } from './OwnProducts';
import { notWaiting } from './news';
import { RecentChanges } from './RecentChanges';
import { WaitsForMe } from './WaitsForMe';

/** First word of a name, as one is greeted. */
function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}

export function HomePage() {
  const text = useText();
  const session = useSession();
  const domains = useQuery(queries.domains());
  const products = useQuery(queries.dataProducts());
  const drafts = useQuery(queries.drafts());

  const unread = useQuery({ ...queries.unreadNotifications(), enabled: !isOwn(session) });
  const news = unread.data === undefined ? [] : notWaiting(unread.data.items, products.data ?? []);

  const failed = failureOf(domains) ?? failureOf(products);
  const greeting = isOwn(session)
    ? text('home.title')
    : text('home.greeting', { name: firstName(session.person.name) });
  return (
    <Page>
      <PageTitle tab={text('frame.home')}>{greeting}</PageTitle>
      {failed !== null ? (
        <ErrorPage
          cause={failed}
          onRetry={() => {
            void domains.refetch();
            void products.refetch();
          }}
        />
      ) : domains.data === undefined || products.data === undefined ? (
        <div role="status" aria-label={text('kit.loading')} className={classes.columns}>
          <Skeleton height={320} radius="lg" />
          <Skeleton height={320} radius="lg" />
        </div>
      ) : (
        <>
          <WaitsForMe session={session} products={products.data} />
          {news.length > 0 && <NewForMe news={news} count={unread.data?.unreadCount ?? 0} />}
          {drafts.data !== undefined && drafts.data.length > 0 && <DraftsToResume drafts={drafts.data} />}
          {products.data.length === 0 ? (
            <Beginning session={session} domains={domains.data} />
          ) : (
            <Work session={session} products={products.data} domains={domains.data} told={news.slice(0, NEWS_SHOWN)} />
          )}
        </>
      )}
    </Page>
  );
}

interface WorkProps {
  session: Session;
  products: readonly DataProduct[];
  domains: readonly Domain[];
  /** What is said above already. */
  told: readonly Notification[];
}

/** Who answers for something sees that first; who doesn't came to find. */
function Work({ session, products, domains, told }: WorkProps) {
  const { id } = session.person;
  const ownProducts = products.filter(({ owner }) => owner.id === id);
  const ownDomains = domains.filter(({ owners }) => owners.some((owner) => owner.id === id));
  const comesToFind = ownProducts.length === 0 && ownDomains.length === 0;
  // Where everything is one's own, there is nothing to set apart.
  const apart = ownProducts.length > 0 && ownProducts.length < products.length;
  const mayCreate = session.can.createDomain && mayMakeProducts(session);
  return (
    <>
      {comesToFind && <Finder />}
      <div className={classes.columns}>
        <div className={classes.column}>
          {apart && <OwnProducts products={ownProducts} />}
          <RecentChanges products={products} domains={domains} told={told} />
        </div>
        <HomeDomains
          domains={ownDomains.length > 0 ? ownDomains : domains}
          own={ownDomains.length > 0 && ownDomains.length < domains.length}
          mayCreate={mayCreate}
        />
      </div>
    </>
  );
}
