import { describe, expect, test } from 'vitest';
import { changesSince, keptOf, memoryOf, type Remembered, withMemory } from './remembered';

const thing = (part: Partial<Remembered>): Remembered => ({
  path: 'parentId',
  kind: 'domain',
  id: 'd1',
  name: 'Finance',
  from: '',
  fromId: '',
  standing: 'fine',
  ...part,
});

const codes = (was: Partial<Remembered>, is: Partial<Remembered>) =>
  changesSince([thing(was)], [thing({ ...was, ...is })]).map(({ code }) => code);

const person = { path: 'ownerIds', kind: 'person', id: 'p1', name: 'Ada' } as const;
const team = { path: 'teamId', kind: 'team', id: 't1', name: 'Payroll' } as const;
const file = { path: 'file', kind: 'file', id: 'u1', name: 'orders.csv' } as const;
const name = { path: 'name', kind: 'name', id: 'Orders', name: 'orders' } as const;
const classification = { path: 'defaultClassification', kind: 'classification' } as const;
const audience = { path: 'discoverability', kind: 'audience' } as const;

describe('what became of a thing that a draft refers to', () => {
  test.each<[string, Partial<Remembered>, Partial<Remembered>, string[]]>([
    ['nothing', {}, {}, []],
    ['a domain with another name', {}, { name: 'Money' }, ['domain.renamed']],
    ['a domain at another place', {}, { from: 'Group', fromId: 'd0' }, ['domain.moved']],
    ['a domain below one that was renamed', { from: 'Group', fromId: 'd0' }, { from: 'Holding' }, []],
    [
      'a renamed domain that takes nothing',
      {},
      { name: 'Money', standing: 'retired' },
      ['domain.renamed', 'domain.retired'],
    ],
    ['a domain closed to new things', {}, { standing: 'closed' }, ['domain.closed']],
    ['a domain that is out of sight', {}, { name: '', standing: 'gone' }, ['domain.gone']],
    ['a domain that was out of sight before', { standing: 'gone' }, {}, []],
    ['somebody who left', person, { standing: 'gone' }, ['person.gone']],
    ['somebody without a role', person, { standing: 'closed' }, ['person.closed']],
    ['a team that nobody is in', team, { standing: 'closed' }, ['team.closed']],
    ['a team that is gone', team, { standing: 'gone' }, ['team.gone']],
    ['a file that is gone', file, { standing: 'gone' }, ['file.gone']],
    ['a name that was taken', name, { name: 'orders-2', standing: 'taken' }, ['name.taken']],
    ['a readable id that was taken', name, { name: 'orders-2' }, ['name.slug']],
    ['a name that became free', { ...name, standing: 'taken' }, { standing: 'fine' }, []],
    ['a stricter rule', { ...classification, name: 'internal' }, { name: 'restricted' }, ['classification.stricter']],
    ['a looser rule', { ...classification, name: 'restricted' }, { name: 'internal' }, []],
    ['an audience that became smaller', { ...audience, name: 'everyone' }, { name: 'members' }, ['audience.stricter']],
  ])('%s', (_, was, is, expected) => expect(codes(was, is)).toEqual(expected));

  test('what the draft does not refer to any more is of no interest', () => {
    expect(changesSince([thing({})], [thing({ id: 'd2', name: 'Sales' })])).toEqual([]);
  });
});

test('a change is told again until it was acknowledged', () => {
  const before = [thing({}), thing(person)];
  const now = [thing({ name: 'Money' }), thing({ ...person, name: 'Ada B.' }), thing(team)];
  const changes = changesSince(before, now).filter(({ was }) => was.kind === 'domain');
  const kept = keptOf(now, changes);
  expect(kept.map(({ name: called }) => called)).toEqual(['Finance', 'Ada B.', 'Payroll']);
  expect(changesSince(kept, now).map(({ code }) => code)).toEqual(['domain.renamed']);
});

describe('what is stored with a draft', () => {
  test('comes back as it was', () => {
    const memory = { things: [thing({})], since: '2026-11-17T10:00:00Z' };
    expect(memoryOf(withMemory({ name: 'Orders' }, memory))).toEqual(memory);
  });
  test.each([
    [{}],
    [{ remembered: 7 }],
    [{ remembered: { things: [null, { kind: 'domain' }, { ...thing({}), kind: 'x' }], since: 'x' } }],
  ])('is nothing where it is from before or damaged: %j', (stored) =>
    expect(memoryOf(stored)).toEqual({ things: [], since: null }),
  );
});
