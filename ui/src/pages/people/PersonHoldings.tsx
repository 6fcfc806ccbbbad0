import { useQuery } from '@tanstack/react-query';
import { failureOf, queries } from '#/api/query';
import type { Holdings, Person } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ThingItem, ThingSection } from '#/components/things/ThingList';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './PersonPage.module.css';

function countOf({ domains, dataProducts, teams, serviceAccounts }: Holdings): number {
  return domains.length + dataProducts.length + teams.length + serviceAccounts.length;
}

/** What a person owns, decides and belongs to, as far as one may know of it. */
export function PersonHoldings({ person, self }: { person: Person; self: boolean }) {
  const text = useText();
  const holdings = useQuery(queries.holdings(person.id));
  if (failureOf(holdings) !== null) {
    return <ErrorPage cause={holdings.error} compact onRetry={() => void holdings.refetch()} />;
  }
  if (!holdings.data) return <ListSkeleton label={text('people.holdings.loading')} rows={4} />;
  const { domains, dataProducts, teams, serviceAccounts } = holdings.data;
  if (countOf(holdings.data) === 0) {
    return (
      <EmptyPage
        compact
        kind="nothing"
        title={text(self ? 'people.holdings.none.you' : 'people.holdings.none', { name: person.name })}
      >
        {text('people.holdings.none.body')}
      </EmptyPage>
    );
  }
  return (
    <div className={classes.held}>
      {domains.length > 0 && (
        <ThingSection title={text('frame.domains')} count={domains.length}>
          {domains.map(({ id, slug, name, owner, steward }) => (
            <ThingItem
              key={id}
              {...paths.domain(slug)}
              name={name}
              marks={[
                ...(owner ? [text('people.holdings.owner')] : []),
                ...(steward ? [text('people.holdings.steward')] : []),
              ]}
            />
          ))}
        </ThingSection>
      )}
      {dataProducts.length > 0 && (
        <ThingSection title={text('people.holdings.dataProducts')} count={dataProducts.length}>
          {dataProducts.map(({ id, slug, name, domain }) => (
            <ThingItem
              key={id}
              {...paths.dataProduct(slug)}
              name={name}
              detail={<bdi>{domain.name}</bdi>}
              marks={[text('people.holdings.owner')]}
            />
          ))}
        </ThingSection>
      )}
      {teams.length > 0 && (
        <ThingSection title={text('frame.teams')} count={teams.length}>
          {teams.map(({ id, slug, name, lead }) => (
            <ThingItem
              key={id}
              {...paths.team(slug)}
              name={name}
              marks={[text(lead ? 'people.holdings.lead' : 'people.holdings.member')]}
            />
          ))}
        </ThingSection>
      )}
      {serviceAccounts.length > 0 && (
        <ThingSection title={text('frame.serviceAccounts')} count={serviceAccounts.length}>
          {serviceAccounts.map(({ id, name }) => (
            <ThingItem
              key={id}
              {...paths.serviceAccount(id)}
              name={name}
              marks={[text('people.holdings.answersFor')]}
            />
          ))}
        </ThingSection>
      )}
    </div>
  );
}
