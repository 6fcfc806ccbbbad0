import { IconTable } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { DataProduct, Domain, Notification } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { TextLink } from '#/kit/links';
import { DomainKindWeave } from '#/kit/weave/DomainKindWeave';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import { type Change, lastChanges } from './changes';
import { Section } from './Section';
import { type ListedThing, ThingList } from './ThingList';

const SHOWN = 6;

interface RecentChangesProps {
  /** Those that changed last. */
  products: readonly DataProduct[];
  /** How many products there are in all. */
  total: number;
  domains: readonly Domain[];
  /** What is said above already. */
  told: readonly Notification[];
}

/** What happened last in the workspace. */
export function RecentChanges({ products, total, domains, told }: RecentChangesProps) {
  const text = useText();
  const changes = useMemo(() => lastChanges(products, domains, SHOWN, told), [products, domains, told]);
  const listed = (change: Change): ListedThing => {
    const { id, what, at } = change;
    const when = <Phrase id={`home.change.${what}`} values={{ when: <Ago value={at} /> }} />;
    if ('domain' in change) {
      const { slug, name, kind } = change.domain;
      const picture = <DomainKindWeave kind={kind} />;
      return { id, to: paths.domain(slug), picture, woven: true, name, facts: when };
    }
    const { slug, name, purpose, domain, currentVersion } = change.product;
    return {
      id,
      to: paths.dataProduct(slug),
      picture: <IconTable size={20} stroke={1.75} />,
      name,
      detail: purpose,
      facts: (
        <>
          <bdi>{domain.name}</bdi>
          {' · '}
          {currentVersion != null && text('home.recent.rows', { count: currentVersion.rowCount })}
          {' · '}
          {when}
        </>
      ),
    };
  };
  return (
    <Section
      id="recent-changes"
      title={text('home.changes')}
      more={<TextLink {...paths.dataProducts()}>{text('home.recent.all', { count: total })}</TextLink>}
    >
      <ThingList things={changes.map(listed)} />
    </Section>
  );
}
