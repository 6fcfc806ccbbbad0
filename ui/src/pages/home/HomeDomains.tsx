import { IconPlus } from '@tabler/icons-react';
import type { Domain } from '#/api/types';
import { ButtonLink, TextLink } from '#/kit/links';
import { DomainKindWeave } from '#/kit/weave/DomainKindWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { Section } from './Section';
import { ThingList } from './ThingList';

const SHOWN = 5;

interface HomeDomainsProps {
  /** Those with the most products first, one more than is shown where there are more. */
  domains: readonly Domain[];
  /** Whether these are the ones this person answers for. */
  own: boolean;
  mayCreate: boolean;
}

export function HomeDomains({ domains, own, mayCreate }: HomeDomainsProps) {
  const text = useText();
  const shown = domains.slice(0, SHOWN);
  return (
    <Section
      id="domains"
      title={text(own ? 'home.own.domains' : 'frame.domains')}
      more={
        own || domains.length > SHOWN ? <TextLink {...paths.domains()}>{text('home.domains.all')}</TextLink> : undefined
      }
    >
      <ThingList
        things={shown.map(({ id, slug, name, kind, dataProductCount }) => ({
          id,
          to: paths.domain(slug),
          picture: <DomainKindWeave kind={kind} />,
          woven: true,
          name,
          facts: text('home.domains.products', { count: dataProductCount }),
        }))}
      />
      {mayCreate && (
        <ButtonLink
          {...paths.domainNew()}
          variant="subtle"
          size="sm"
          mt="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {text('home.createDomain')}
        </ButtonLink>
      )}
    </Section>
  );
}
