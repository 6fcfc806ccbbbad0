import type { Notification } from '#/api/types';
import type { MessageId } from '#/messages';
import { paths } from '#/paths';

/** The sentence of a notification. */
export const sentenceOf = ({ kind }: Notification): MessageId => `notification.says.${kind}`;

/** Names that a sentence may mention; each is shown as a name. */
const NAMES = ['from', 'leaver', 'place', 'to'] as const;

/** What a notification's sentence is filled with; `named` says how a name looks. */
export function valuesOf<N>({ by, params, thing }: Notification, platform: string, named: (name: string) => N) {
  const known = (name: string) => (params[name] === undefined ? 'no' : 'yes');
  return {
    ...params,
    by: named(by?.name ?? platform),
    thing: named(thing.name ?? ''),
    // A sentence can't choose by a word with a hyphen.
    plan: String(params['plan'] ?? '').replaceAll('-', '_'),
    left: known('leaver'),
    placed: known('place'),
    ...Object.fromEntries(NAMES.map((name) => [name, named(String(params[name] ?? ''))])),
  };
}

/** Where a notification leads; null where there is nothing to see any more. */
export function destinationOf({ kind, thing: { kind: thing, id, slug } }: Notification) {
  if (kind === 'role_changed') return paths.settings();
  if (kind === 'drafts_received') return paths.drafts();
  if (thing === 'service-account') return paths.serviceAccount(id);
  if (thing === 'person') return paths.person(id);
  if (slug === null) return null;
  if (thing === 'team') return paths.team(slug);
  if (thing === 'domain') return paths.domain(slug);
  return paths.dataProduct(slug, kind === 'version_published' ? 'versions' : undefined);
}

interface Day {
  /** The reader's own day. */
  key: string;
  at: string;
  items: Notification[];
}

/** Notifications by the reader's own days, in the order in which they come. */
export function byDay(items: readonly Notification[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const key = new Date(item.at).toDateString();
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, at: item.at, items: [item] });
  }
  return days;
}
