import { IconArrowDownRight } from '@tabler/icons-react';
import type { InheritedRole } from '#/api/types';
import { Phrase, useText } from '#/messages';
import classes from './InheritedRoles.module.css';

/** People who have a role here because they have it in a domain above; where from is said for each. */
export function InheritedRoles({ roles, level = 3 }: { roles: readonly InheritedRole[]; level?: 2 | 3 }) {
  const text = useText();
  if (roles.length === 0) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes.root} aria-label={text('domain.inherited')}>
      <Heading className={classes.title}>{text('domain.inherited')}</Heading>
      <ul className={classes.list}>
        {roles.map(({ role, person, from }) => (
          <li key={`${role}-${person.id}-${from?.id ?? ''}`}>
            <IconArrowDownRight size={16} aria-hidden />
            <span>
              <Phrase
                id={from === null ? 'domain.inherited.hidden' : 'domain.inherited.from'}
                values={{
                  person: <bdi key="person">{person.name}</bdi>,
                  role: text(`domain.role.${role}`),
                  domain: <bdi key="domain">{from?.name}</bdi>,
                }}
              />
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.help}>{text('domain.inherited.help')}</p>
    </section>
  );
}
