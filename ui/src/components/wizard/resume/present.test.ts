import { describe, expect, test } from 'vitest';
import type { Domain, Person, Team, Upload } from '#/api/types';
import { checkedName, nameOf, presentOf, type Reference } from './present';

const domain = {
  id: 'd1',
  name: 'Finance',
  path: [
    { id: 'd8', name: 'Company' },
    { id: 'd9', name: 'Group' },
  ],
  lifecycle: 'active',
  can: { createSubdomain: true, createDataProduct: false },
  defaultClassification: 'internal',
  discoverability: 'everyone',
  inheritedRules: { classification: null, discoverability: null },
} as unknown as Domain;

const above: Reference = { path: 'parentId', kind: 'domain', id: 'd1', takes: 'createSubdomain', rules: true };

describe('a domain', () => {
  test('is remembered with the one directly above it', () => {
    expect(presentOf(above, domain)[0]).toMatchObject({
      name: 'Finance',
      from: 'Group',
      fromId: 'd9',
      standing: 'fine',
    });
  });

  test.each([
    ['that holds nothing', { lifecycle: 'retired' }, 'retired'],
    ['that takes nothing of this person', { can: { createSubdomain: false } }, 'closed'],
  ])('%s can not be chosen', (_, part, standing) =>
    expect(presentOf(above, { ...domain, ...part } as Domain)[0]?.standing).toBe(standing),
  );

  test('takes products from fewer people than domains', () => {
    const owning: Reference = { path: 'domainId', kind: 'domain', id: 'd1', takes: 'createDataProduct' };
    expect(presentOf(owning, domain)).toMatchObject([{ standing: 'closed' }]);
  });

  test('passes its own rule down, or the stricter one from above', () => {
    const of = (part: object) =>
      presentOf(above, { ...domain, ...part } as Domain)
        .slice(1)
        .map(({ name, from }) => [name, from]);
    expect(of({})).toEqual([
      ['internal', 'Finance'],
      ['everyone', 'Finance'],
    ]);
    const inheritedRules = {
      classification: { value: 'restricted', from: { name: 'Group' } },
      discoverability: { value: 'members', from: null },
    };
    expect(of({ inheritedRules })).toEqual([
      ['restricted', 'Group'],
      ['members', ''],
    ]);
  });
});

test.each([
  ['somebody with a role', { leftAt: null, role: 'member' }, 'fine'],
  ['somebody without one', { leftAt: null, role: null }, 'closed'],
  ['somebody who left', { leftAt: '2026-11-17T10:00:00Z', role: null }, 'gone'],
])('%s', (_, part, standing) => {
  const found = { name: 'Ada', ...part } as Person;
  expect(presentOf({ path: 'ownerIds', kind: 'person', id: 'p1' }, found)).toMatchObject([{ name: 'Ada', standing }]);
});

test('a team without members can not be chosen', () => {
  const team = { name: 'Payroll', members: [] } as unknown as Team;
  expect(presentOf({ path: 'teamId', kind: 'team', id: 't1' }, team)).toMatchObject([{ standing: 'closed' }]);
});

test('a file is remembered by the name it had', () => {
  const reference: Reference = { path: 'file', kind: 'file', id: 'u1', name: 'orders.csv' };
  expect(presentOf(reference, {} as Upload)).toMatchObject([{ name: 'orders.csv', standing: 'fine' }]);
});

describe('a name', () => {
  const answer = { data: { slug: 'orders', fields: [] }, isPlaceholderData: false, isError: false };

  test('is what the platform says of it, not of what was typed before', () => {
    expect(checkedName({ name: 'Orders', asked: 'Order', ready: true, answer })).toBeUndefined();
    expect(checkedName({ name: 'Orders', asked: 'Orders', ready: true, answer })).toMatchObject({ slug: 'orders' });
    expect(checkedName({ name: '', asked: '', ready: false, answer })).toBeNull();
  });

  test.each([
    ['taken', 'taken'],
    ['look_alike', 'taken'],
    ['not_allowed', 'taken'],
    ['too_long', 'fine'],
  ] as const)('that is refused as %s is %s', (code, standing) => {
    const fields = [{ pointer: '/name', code, message: '' }];
    expect(nameOf({ path: 'name', name: 'Orders', slug: 'orders', fields }).standing).toBe(standing);
  });
});
