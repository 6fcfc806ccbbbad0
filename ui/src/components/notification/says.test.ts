import { readFileSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import type { Notification } from '#/api/types';
import { english, type MessageId } from '#/messages';
import { byDay, destinationOf, sentenceOf, valuesOf } from './says';

const document = JSON.parse(
  readFileSync(new URL('../../../../crates/mesh-api/openapi.json', import.meta.url), 'utf8'),
) as { components: { schemas: { NotificationKind: { oneOf?: { const: string }[]; enum?: string[] } } } };
const { oneOf, enum: codes } = document.components.schemas.NotificationKind;
const kinds = codes ?? (oneOf ?? []).map(({ const: code }) => code);

const intl = createIntl({
  locale: 'en',
  messages: english,
  onError: (error) => {
    throw error;
  },
});

function told(kind: string, params: Notification['params'] = {}, more: Partial<Notification> = {}): Notification {
  const thing = { kind: 'domain', id: '1', name: 'Sales', slug: 'sales' } as const;
  const by = { id: '2', name: 'Ada Berg' };
  return { id: '3', kind, thing, by, at: '2026-03-02T10:00:00Z', readAt: null, params, ...more } as Notification;
}

const say = (notification: Notification) =>
  intl.formatMessage(
    { id: sentenceOf(notification) as MessageId },
    valuesOf(notification, 'Selvedge', (name) => name),
  );

describe('what notifications say', () => {
  it('knows the kinds', () => expect(kinds.length).toBeGreaterThan(15));

  it.each(kinds)('%s is a sentence that names the thing or the role', (kind) => {
    const said = say(told(kind, { from: 'Shop', to: 'Sales', version: 3, count: 2, role: 'steward', lead: 'no' }));
    expect(said).toMatch(/Sales|steward/);
    expect(said).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    [told('domain_owner_gained'), 'Ada Berg made you an owner of the domain Sales.'],
    [
      told('domain_owner_gained', { leaver: 'Zoe' }),
      'Ada Berg made you an owner of the domain Sales, because Zoe left.',
    ],
    [told('domain_moved', { place: 'Commerce' }), 'Ada Berg moved the domain Sales below Commerce.'],
    [told('domain_moved'), 'Ada Berg moved the domain Sales to another place.'],
    [told('team_joined', { lead: 'yes' }), 'Ada Berg put you into the team Sales, to lead it.'],
    [told('role_changed', { role: 'administrator' }), 'Ada Berg made you an administrator of this workspace.'],
    [told('drafts_received', { count: 3 }), 'Ada Berg handed you 3 drafts of Sales, who left.'],
    [told('plan_undone', { plan: 'rename-domain' }), 'Ada Berg undid how you renamed the domain Sales.'],
    [told('domain_retired', {}, { by: null }), 'Selvedge retired the domain Sales.'],
  ])('%#', (notification, sentence) => expect(say(notification)).toBe(sentence));
});

describe('where notifications lead', () => {
  it('to the thing, or nowhere once it is gone', () => {
    expect(destinationOf(told('domain_moved'))).toMatchObject({ to: '/domains/$slug', params: { slug: 'sales' } });
    const gone = { kind: 'team', id: '1', name: 'Shops', slug: null } as const;
    expect(destinationOf(told('team_deleted', {}, { thing: gone }))).toBeNull();
  });

  it('to where one sees what it is about', () => {
    const product = { kind: 'data-product', id: '1', name: 'Orders', slug: 'orders' } as const;
    expect(destinationOf(told('version_published', {}, { thing: product }))).toMatchObject({
      search: { tab: 'versions' },
    });
    expect(destinationOf(told('role_changed'))).toEqual({ to: '/settings' });
    expect(destinationOf(told('drafts_received'))).toEqual({ to: '/drafts' });
  });
});

it('days are the reader’s own', () => {
  const at = (at: string, id: string) => told('domain_retired', {}, { at: new Date(at).toISOString(), id });
  const days = byDay([at('2026-03-02T23:59:00', 'a'), at('2026-03-02T00:01:00', 'b'), at('2026-03-01T23:59:00', 'c')]);
  expect(days.map(({ items }) => items.map(({ id }) => id))).toEqual([['a', 'b'], ['c']]);
});
