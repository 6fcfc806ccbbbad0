import { expect, test } from 'vitest';
import type { Column, VersionComparison } from '#/api/types';
import { noMarks } from '#/components/columns/marks/marks';
import { changesOf } from './values';

const column = (name: string, physicalType = 'string'): Column => ({
  name,
  businessName: name.toUpperCase(),
  type: physicalType === 'string' ? 'string' : 'integer',
  physicalType,
  description: '',
  marks: noMarks,
});

const compared = { columns: [{ name: 'b', businessName: 'B', change: 'retyped' }] } as unknown as VersionComparison;

test('columns are compared by their names in the table', () => {
  const changes = changesOf(
    [column('a'), column('b'), column('c')],
    [column('a', 'long'), column('b', 'long'), column('d')],
    compared,
  );
  expect(changes.added).toEqual(['d']);
  expect(changes.gone).toEqual(['c']);
  expect([...changes.retyped]).toEqual([['b', 'string']]);
  expect(changes.headings.get('c')).toBe('C');
});

test('the same columns in another order are no change', () => {
  const changes = changesOf([column('a'), column('b')], [column('b'), column('a')], null);
  expect([changes.added.length, changes.gone.length, changes.retyped.size]).toEqual([0, 0, 0]);
});
