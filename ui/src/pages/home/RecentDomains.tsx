import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Domain } from '#/api/types';
import { ButtonLink, TextLink } from '#/kit/links';
import { DomainKindWeave } from '#/kit/weave/DomainKindWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './RecentDomains.module.css';
import { Section } from './Section';

const SHOWN = 5;

export function RecentDomains({ domains, mayCreate }: { domains: readonly Domain[]; mayCreate: boolean }) {
  const text = useText();
  const shown = domains
    .toSorted((a, b) => b.dataProductCount - a.dataProductCount || b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, SHOWN);
  return (
    <Section
      id="recent-domains"
      title={text('frame.domains')}
      more={
        domains.length > SHOWN ? (
          <TextLink {...paths.domains()}>{text('home.domains.all', { count: domains.length })}</TextLink>
        ) : undefined
      }
    >
      <ul className={classes.list}>
        {shown.map((domain) => (
          <li key={domain.id} className={classes.item}>
            <span className={classes.picture} aria-hidden>
              <DomainKindWeave kind={domain.kind} />
            </span>
            <span className={classes.text}>
              <Link {...paths.domain(domain.slug)} className={classes.name} title={domain.name}>
                <bdi>{domain.name}</bdi>
              </Link>
              <span className={classes.count}>{text('home.domains.products', { count: domain.dataProductCount })}</span>
            </span>
          </li>
        ))}
      </ul>
      {mayCreate && (
        <ButtonLink
          {...paths.domainNew()}
          variant="subtle"
          size="sm"
          mt="xs"
          ml={-12}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {text('home.createDomain')}
        </ButtonLink>
      )}
    </Section>
  );
}
