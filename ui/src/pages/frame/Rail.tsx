import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconCompass,
  IconHome,
  IconPencil,
  type IconProps,
  IconRobot,
  IconSettings,
  IconSitemap,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { queries } from '#/api/query';
import { isOwn } from '#/api/session';
import type { Session } from '#/api/types';
import { formatCount } from '#/format/number';
import { type MessageId, useText } from '#/messages';
import { paths } from '#/paths';
import { PersonMenu } from './PersonMenu';
import classes from './Rail.module.css';
import { WorkspaceSwitcher } from './WorkspaceSwitcher';

type Destination = ReturnType<
  | typeof paths.home
  | typeof paths.dataProducts
  | typeof paths.domains
  | typeof paths.drafts
  | typeof paths.people
  | typeof paths.teams
  | typeof paths.serviceAccounts
  | typeof paths.settings
>;

interface RailLinkProps {
  to: Destination;
  icon: ComponentType<IconProps>;
  label: MessageId;
  /** How many things wait there for this person. */
  waiting?: number;
  narrow: boolean;
}

function RailLink({ to, icon: Icon, label, waiting = 0, narrow }: RailLinkProps) {
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
  const mayWork = session.person.role != null;
  const drafts = useQuery({ ...queries.drafts(), enabled: mayWork });
  return (
    <aside className={classes.root} aria-label={text('frame.rail')}>
      <WorkspaceSwitcher session={session} />
      <nav aria-label={text('frame.nav')} className={classes.nav}>
        {mayWork && (
          <ul className={classes.list}>
            <RailLink to={paths.home()} icon={IconHome} label="frame.home" narrow={narrow} />
            <RailLink to={paths.dataProducts()} icon={IconCompass} label="frame.discover" narrow={narrow} />
            <RailLink to={paths.domains()} icon={IconSitemap} label="frame.domains" narrow={narrow} />
            <RailLink
              to={paths.drafts()}
              icon={IconPencil}
              label="frame.drafts"
              waiting={drafts.data?.length}
              narrow={narrow}
            />
          </ul>
        )}
        {mayWork && !isOwn(session) && (
          <ul className={classes.list} aria-label={text('frame.govern')}>
            <RailLink to={paths.people()} icon={IconUsers} label="frame.people" narrow={narrow} />
            <RailLink to={paths.teams()} icon={IconUsersGroup} label="frame.teams" narrow={narrow} />
            <RailLink to={paths.serviceAccounts()} icon={IconRobot} label="frame.serviceAccounts" narrow={narrow} />
          </ul>
        )}
        <ul className={classes.list}>
          <RailLink to={paths.settings()} icon={IconSettings} label="frame.settings" narrow={narrow} />
        </ul>
      </nav>
      <PersonMenu session={session} />
    </aside>
  );
}
