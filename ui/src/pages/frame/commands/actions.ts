import {
  IconBell,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconRobot,
  IconSitemap,
  IconSun,
  IconTableImport,
  IconUserPlus,
  IconUsersGroup,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { isOwn, mayMakeDomains, mayMakeProducts } from '#/api/own';
import type { Session } from '#/api/types';
import type { MessageId } from '#/messages';
import { paths } from '#/paths';

type ColorScheme = 'light' | 'dark' | 'auto';

export type ActionId =
  | 'create-data-product'
  | 'create-domain'
  | 'add-person'
  | 'create-team'
  | 'create-service-account'
  | 'notifications'
  | 'light'
  | 'dark'
  | 'follow-system'
  | 'shortcuts'
  | 'sign-out';

/** What an action may look at. */
export interface Here {
  session: Session;
  /** What was chosen. */
  colorScheme: ColorScheme;
  /** What that makes of the screen. */
  dark: boolean;
}

type Destination =
  | ReturnType<typeof paths.domainNew>
  | ReturnType<typeof paths.dataProductNew>
  | ReturnType<typeof paths.teamNew>
  | ReturnType<typeof paths.serviceAccountNew>
  | (ReturnType<typeof paths.people> & { hash: string });

/** What an action may do. */
export interface Tools {
  go: (to: Destination) => void;
  /** The id of the domain that is open and may get data products from this person. */
  openDomain: () => string | undefined;
  setColorScheme: (scheme: ColorScheme) => void;
  showNotifications: () => void;
  showShortcuts: () => void;
  signOut: () => void;
}

export interface Action {
  id: ActionId;
  icon: ComponentType<IconProps>;
  label: MessageId;
  /** Other words for it, separated by commas; the palette finds it by them. */
  words: MessageId;
  /** The key that does it from anywhere. */
  key?: string;
  when: (here: Here) => boolean;
  run: (tools: Tools) => void;
}

/** Everything that can be done from anywhere: a new action is one entry here. */
export const actions: readonly Action[] = [
  {
    id: 'create-data-product',
    icon: IconTableImport,
    label: 'frame.do.createDataProduct',
    words: 'frame.words.createDataProduct',
    when: ({ session }) => mayMakeProducts(session),
    run: ({ go, openDomain }) => {
      const domainId = openDomain();
      go(paths.dataProductNew(domainId === undefined ? {} : { domainId }));
    },
  },
  {
    id: 'create-domain',
    icon: IconSitemap,
    label: 'frame.do.createDomain',
    words: 'frame.words.createDomain',
    when: ({ session }) => mayMakeDomains(session),
    run: ({ go }) => go(paths.domainNew()),
  },
  {
    id: 'add-person',
    icon: IconUserPlus,
    label: 'frame.do.addPerson',
    words: 'frame.words.addPerson',
    when: ({ session }) => session.can.managePeople && !isOwn(session),
    run: ({ go }) => go({ ...paths.people(), hash: 'add' }),
  },
  {
    id: 'create-team',
    icon: IconUsersGroup,
    label: 'frame.do.createTeam',
    words: 'frame.words.createTeam',
    when: ({ session }) => session.can.createTeam && !isOwn(session),
    run: ({ go }) => go(paths.teamNew()),
  },
  {
    id: 'create-service-account',
    icon: IconRobot,
    label: 'frame.do.createServiceAccount',
    words: 'frame.words.createServiceAccount',
    when: ({ session }) => session.can.createServiceAccount && !isOwn(session),
    run: ({ go }) => go(paths.serviceAccountNew()),
  },
  {
    id: 'notifications',
    icon: IconBell,
    label: 'frame.do.notifications',
    words: 'frame.words.notifications',
    key: 'b',
    when: ({ session }) => session.can.seeCatalog && !isOwn(session),
    run: ({ showNotifications }) => showNotifications(),
  },
  {
    id: 'dark',
    icon: IconMoon,
    label: 'frame.do.dark',
    words: 'frame.words.theme',
    when: ({ dark }) => !dark,
    run: ({ setColorScheme }) => setColorScheme('dark'),
  },
  {
    id: 'light',
    icon: IconSun,
    label: 'frame.do.light',
    words: 'frame.words.theme',
    when: ({ dark }) => dark,
    run: ({ setColorScheme }) => setColorScheme('light'),
  },
  {
    id: 'follow-system',
    icon: IconDeviceDesktop,
    label: 'frame.do.followSystem',
    words: 'frame.words.theme',
    when: ({ colorScheme }) => colorScheme !== 'auto',
    run: ({ setColorScheme }) => setColorScheme('auto'),
  },
  {
    id: 'shortcuts',
    icon: IconKeyboard,
    label: 'frame.do.shortcuts',
    words: 'frame.words.shortcuts',
    key: '?',
    when: () => true,
    run: ({ showShortcuts }) => showShortcuts(),
  },
  {
    id: 'sign-out',
    icon: IconLogout,
    label: 'frame.signOut',
    words: 'frame.words.signOut',
    when: ({ session }) => session.workspace.kind === 'server',
    run: ({ signOut }) => signOut(),
  },
];
