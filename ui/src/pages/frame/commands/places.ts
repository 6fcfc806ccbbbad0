import {
  IconCompass,
  IconHome,
  IconPencil,
  IconRobot,
  IconSettings,
  IconSitemap,
  IconUsers,
  IconUsersGroup,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { isOwn } from '#/api/own';
import type { Session } from '#/api/types';
import type { MessageId } from '#/messages';
import { paths } from '#/paths';
import type { ActionId } from './actions';

/** Ways to pages that need nothing said. */
type PlainPath = {
  [K in keyof typeof paths]: (typeof paths)[K] extends () => infer Destination ? Destination : never;
}[keyof typeof paths];

export interface Place {
  id: string;
  to: PlainPath;
  icon: ComponentType<IconProps>;
  label: MessageId;
  /** Other words for it, separated by commas; the palette finds it by them. */
  words: MessageId;
  /** The letter that leads there after `g`. */
  key?: string;
  /** Where in the rail it stands: with the work at its head, with who and what is let in, or at its foot. */
  rail: 'work' | 'govern' | 'house';
  when: (session: Session) => boolean;
  /** What `n` makes there. */
  makes?: ActionId;
}

const always = () => true;
const seesCatalog = ({ can }: Session) => can.seeCatalog;

/**
 * Every page one can go to by name. The rail, the breadcrumb, the palette, the shortcuts and their sheet are made of
 * this table: a new page is one entry here.
 */
export const places: readonly Place[] = [
  {
    id: 'home',
    to: paths.home(),
    icon: IconHome,
    label: 'frame.home',
    words: 'frame.words.home',
    key: 'h',
    rail: 'work',
    when: seesCatalog,
    makes: 'create-data-product',
  },
  {
    id: 'data-products',
    to: paths.dataProducts(),
    icon: IconCompass,
    label: 'frame.discover',
    words: 'frame.words.discover',
    key: 'p',
    rail: 'work',
    when: seesCatalog,
    makes: 'create-data-product',
  },
  {
    id: 'domains',
    to: paths.domains(),
    icon: IconSitemap,
    label: 'frame.domains',
    words: 'frame.words.domains',
    key: 'd',
    rail: 'work',
    when: seesCatalog,
    makes: 'create-domain',
  },
  {
    id: 'drafts',
    to: paths.drafts(),
    icon: IconPencil,
    label: 'frame.drafts',
    words: 'frame.words.drafts',
    key: 'r',
    rail: 'work',
    when: seesCatalog,
    makes: 'create-data-product',
  },
  {
    id: 'people',
    to: paths.people(),
    icon: IconUsers,
    label: 'frame.people',
    words: 'frame.words.people',
    key: 'e',
    rail: 'govern',
    when: (session) => seesCatalog(session) && !isOwn(session),
    makes: 'add-person',
  },
  {
    id: 'teams',
    to: paths.teams(),
    icon: IconUsersGroup,
    label: 'frame.teams',
    words: 'frame.words.teams',
    key: 't',
    rail: 'govern',
    when: (session) => seesCatalog(session) && !isOwn(session),
  },
  {
    id: 'service-accounts',
    to: paths.serviceAccounts(),
    icon: IconRobot,
    label: 'frame.serviceAccounts',
    words: 'frame.words.serviceAccounts',
    rail: 'govern',
    when: (session) => seesCatalog(session) && !isOwn(session),
  },
  {
    id: 'settings',
    to: paths.settings(),
    icon: IconSettings,
    label: 'frame.settings',
    words: 'frame.words.settings',
    key: 's',
    rail: 'house',
    when: always,
  },
];

/** The places this session may go to. */
export function placesOf(session: Session): readonly Place[] {
  return places.filter(({ when }) => when(session));
}
