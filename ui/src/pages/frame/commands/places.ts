import {
  IconCompass,
  IconGauge,
  IconHistory,
  IconHome,
  IconPencil,
  IconRobot,
  IconScale,
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

/** The rail's parts from its head to its foot, with what each is for where its entries don't say it. */
export const railParts = [{ part: 'work' }, { part: 'govern', label: 'frame.govern' }, { part: 'house' }] as const;
type RailPart = (typeof railParts)[number]['part'];

export interface Place {
  id: string;
  to: PlainPath;
  icon: ComponentType<IconProps>;
  label: MessageId;
  /** Other words for it, separated by commas; the palette finds it by them. */
  words: MessageId;
  /** The letter that leads there after `g`. */
  key?: string;
  /** Where in the rail it stands. */
  rail: RailPart;
  when: (session: Session) => boolean;
  /** What `n` makes there. */
  makes?: ActionId;
}

const always = () => true;
const seesCatalog = ({ can }: Session) => can.seeCatalog;
/** Where others come, too. */
const together = (session: Session) => seesCatalog(session) && !isOwn(session);

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
    when: together,
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
    when: together,
    makes: 'create-team',
  },
  {
    id: 'service-accounts',
    to: paths.serviceAccounts(),
    icon: IconRobot,
    label: 'frame.serviceAccounts',
    words: 'frame.words.serviceAccounts',
    key: 'a',
    rail: 'govern',
    when: together,
    makes: 'create-service-account',
  },
  {
    id: 'policies',
    to: paths.policies(),
    icon: IconScale,
    label: 'frame.policies',
    words: 'frame.words.policies',
    rail: 'govern',
    when: seesCatalog,
  },
  {
    id: 'audit',
    to: paths.audit(),
    icon: IconHistory,
    label: 'frame.audit',
    words: 'frame.words.audit',
    rail: 'govern',
    when: ({ can }) => can.readAudit,
  },
  {
    id: 'jobs',
    to: paths.jobs(),
    icon: IconGauge,
    label: 'frame.jobs',
    words: 'frame.words.jobs',
    rail: 'house',
    when: seesCatalog,
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
