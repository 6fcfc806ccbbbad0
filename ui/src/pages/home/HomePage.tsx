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
import { homeQueries } from './read';
import { useStopped } from './useStopped';
import { WaitsForMe } from './WaitsForMe';

/** First word of a name, as one is greeted. */
function firstName(name: string): string {
  return name.trim().split(/\s+/u)[0] ?? name;
}

export function HomePage() {
  const text = useText();
  const session = useSession();
  const domains = useQuery(homeQueries.domains());
  const products = useQuery(homeQueries.products());
  const drafts = useQuery(queries.drafts());

  const stopped = useStopped();
  const unread = useQuery({ ...queries.unreadNotifications(), enabled: !isOwn(session) });
  const news = unread.data === undefined ? [] : notWaiting(unread.data.items, stopped);

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
        <Loading />
      ) : (
        <>
          <WaitsForMe session={session} stopped={stopped} />
          {news.length > 0 && <NewForMe news={news} count={unread.data?.unreadCount ?? 0} />}
          {drafts.data !== undefined && drafts.data.length > 0 && <DraftsToResume drafts={drafts.data} />}
          {products.data.items.length === 0 ? (
            <Beginning session={session} anyDomain={domains.data.items.length > 0} />
          ) : (
            <Work session={session} products={products.data} domains={domains.data} told={news.slice(0, NEWS_SHOWN)} />
          )}
        </>
      )}
    </Page>
  );
}

function Loading() {
  const text = useText();
  return (
    <div role="status" aria-label={text('kit.loading')} className={classes.columns}>
      <Skeleton height={320} radius="lg" />
      <Skeleton height={320} radius="lg" />
    </div>
  );
}

interface First<T> {
  items: readonly T[];
  total?: number | null;
}

interface WorkProps {
  session: Session;
  /** Those that changed last. */
  products: First<DataProduct>;
  domains: First<Domain>;
  /** What is said above already. */
  told: readonly Notification[];
}

/** Who answers for something sees that first; who doesn't came to find. */
function Work({ session, products, domains, told }: WorkProps) {
  const { id } = session.person;
  const ownProducts = useQuery(homeQueries.ownProducts(id)).data;
  const ownDomains = useQuery(homeQueries.ownDomains(id)).data;
  const largest = useQuery(homeQueries.largestDomains()).data;
  if (ownProducts === undefined || ownDomains === undefined || largest === undefined) return <Loading />;
  const [ownsProducts, ownsDomains] = [ownProducts.items.length > 0, ownDomains.items.length > 0];
  // Where everything is one's own, there is nothing to set apart.
  const apart = ownsProducts && (ownProducts.total ?? 0) < (products.total ?? 0);
  const mayCreate = session.can.createDomain && mayMakeProducts(session);
  return (
    <>
      {!ownsProducts && !ownsDomains && <Finder />}
      <div className={classes.columns}>
        <div className={classes.column}>
          {apart && <OwnProducts products={ownProducts.items} total={ownProducts.total ?? 0} />}
          <RecentChanges products={products.items} total={products.total ?? 0} domains={domains.items} told={told} />
        </div>
        <HomeDomains
          domains={ownsDomains ? ownDomains.items : largest.items}
          own={ownsDomains && (ownDomains.total ?? 0) < (domains.total ?? 0)}
          mayCreate={mayCreate}
        />
      </div>
    </>
  );
}
