import type { Domain, PersonRef } from '#/api/types';
import classes from '#/components/things/ThingPage.module.css';
import { formatCount } from '#/format/number';
import { Ago } from '#/kit/Ago';
import { Copyable } from '#/kit/Copyable';
import { TextLink } from '#/kit/links';
import { Fact, Facts } from '#/kit/Page';
import { type TextOf, useText } from '#/messages';
import { paths } from '#/paths';

/** What one looks up about a domain, at the right of its page. */
export function DomainFacts({ domain }: { domain: Domain }) {
  const text = useText();
  const { owners, stewards, team, slug, createdBy, dataProductCount, updatedAt, createdAt } = domain;
  return (
    <aside className={classes.facts} aria-label={text('domain.page.facts')}>
      <Facts>
        <Fact name={text('domain.owners')}>
          <People people={owners} />
        </Fact>
        {stewards.length > 0 && (
          <Fact name={text('domain.stewards')}>
            <People people={stewards} />
          </Fact>
        )}
        {team !== null && (
          <Fact name={text('domain.team')}>
            <TextLink {...paths.team(team.slug)} inherit>
              <bdi>{team.name}</bdi>
            </TextLink>
          </Fact>
        )}
        <Fact name={text('domain.page.audience')}>{audienceOf(domain, text)}</Fact>
        <Fact name={text('domain.page.classification')}>
          {text(`domain.classification.${strictest(domain)}.title`)}
        </Fact>
        <Fact name={text('domain.page.products')}>{formatCount(dataProductCount)}</Fact>
        <Fact name={text('domain.readableId')}>
          <Copyable value={slug} thing={text('domain.readableId')} />
        </Fact>
        <Fact name={text('domain.page.changed')}>
          <Ago value={updatedAt} />
        </Fact>
        <Fact name={text('domain.page.created')}>
          <Ago value={createdAt} />
        </Fact>
        {createdBy !== null && (
          <Fact name={text('domain.page.creator')}>
            <bdi>{createdBy.name}</bdi>
          </Fact>
        )}
      </Facts>
    </aside>
  );
}

function People({ people }: { people: readonly PersonRef[] }) {
  return people.map(({ id, name }) => (
    <div key={id}>
      <TextLink {...paths.person(id)} inherit>
        <bdi>{name}</bdi>
      </TextLink>
    </div>
  ));
}

const order = ['public', 'internal', 'confidential', 'restricted'] as const;

/** What the domain asks for, or one above it that is stricter. */
function strictest({ defaultClassification, inheritedRules }: Domain) {
  const above = inheritedRules.classification?.value;
  return above !== undefined && order.indexOf(above) > order.indexOf(defaultClassification)
    ? above
    : defaultClassification;
}

function audienceOf({ discoverability, inheritedRules }: Domain, text: TextOf): string {
  const above = inheritedRules.discoverability;
  if (discoverability === 'everyone' && above?.value === 'members' && above.from !== null) {
    return text('domain.page.audience.inherited', { name: above.from.name });
  }
  return text(`domain.page.audience.${above?.value ?? discoverability}`);
}
