import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '#/api/query';
import type { Session } from '#/api/types';
import { formatCount } from '#/format/number';
import { useText } from '#/messages';
import { type Place, placesOf, railParts } from './commands/places';
import { PersonMenu } from './PersonMenu';
import classes from './Rail.module.css';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';

interface RailLinkProps {
  place: Place;
  /** How many things wait there for this person. */
  waiting?: number;
  narrow: boolean;
}

function RailLink({ place: { to, icon: Icon, label }, waiting = 0, narrow }: RailLinkProps) {
  const text = useText();
  return (
    <li>
      <Tooltip label={text(label)} position="right" disabled={!narrow}>
        <Link {...to} className={classes.link} activeOptions={{ exact: to.to === '/', includeSearch: false }}>
          <Icon size={20} stroke={1.75} aria-hidden />
          <span className={classes.label}>{text(label)}</span>
          {waiting > 0 && (
            <span className={classes.waiting}>
              <span aria-hidden>{formatCount(waiting)}</span>
              <span className={classes.unseen}>{text('frame.waiting', { count: waiting })}</span>
            </span>
          )}
        </Link>
      </Tooltip>
    </li>
  );
}

/** Where one can go, by job; the workspace at its head, the person at its foot. */
export function Rail({ session }: { session: Session }) {
  const text = useText();
  const narrow = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false });
  const drafts = useQuery({ ...queries.drafts(), enabled: session.can.seeCatalog });
  const places = placesOf(session);
  /** What waits for this person, by place. */
  const waiting: Readonly<Record<string, number | undefined>> = { drafts: drafts.data?.length };
  return (
    <aside className={classes.root} aria-label={text('frame.rail')}>
      <WorkspaceSwitcher session={session} />
      <nav aria-label={text('frame.nav')} className={classes.nav}>
        {railParts.map(({ part, ...named }) => {
          const here = places.filter(({ rail }) => rail === part);
          return here.length === 0 ? null : (
            <ul key={part} className={classes.list} aria-label={'label' in named ? text(named.label) : undefined}>
              {here.map((place) => (
                <RailLink key={place.id} place={place} waiting={waiting[place.id]} narrow={narrow} />
              ))}
            </ul>
          );
        })}
      </nav>
      <PersonMenu session={session} />
    </aside>
  );
}
