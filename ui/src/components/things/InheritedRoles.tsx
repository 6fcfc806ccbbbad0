import { IconArrowDownRight } from '@tabler/icons-react';
import type { InheritedRole } from '#/api/types';
import { Phrase, useText } from '#/messages';
import classes from './InheritedRoles.module.css';

/** People who have a role here because they have it in a domain above; where from is said for each. */
export function InheritedRoles({ roles }: { roles: readonly InheritedRole[] }) {
  const text = useText();
  if (roles.length === 0) return null;
  return (
    <section className={classes.root} aria-label={text('domain.inherited')}>
      <h3 className={classes.title}>{text('domain.inherited')}</h3>
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
