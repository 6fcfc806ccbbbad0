import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import { isOwn, useSession } from '#/api/session';
import { ErrorPage } from '#/kit/ErrorPage';
import { Page } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { Beginning } from './Beginning';
import { DraftsToResume } from './DraftsToResume';
import classes from './HomePage.module.css';
import { RecentDomains } from './RecentDomains';
import { RecentProducts } from './RecentProducts';

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

  const failed = domains.error ?? products.error;
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
          {drafts.data !== undefined && drafts.data.length > 0 && <DraftsToResume drafts={drafts.data} />}
          {products.data.length === 0 ? (
            <Beginning session={session} domains={domains.data} />
          ) : (
            <div className={classes.columns}>
              <RecentProducts products={products.data} />
              <RecentDomains domains={domains.data} mayCreate={session.can.createDomain} />
            </div>
          )}
        </>
      )}
    </Page>
  );
}
