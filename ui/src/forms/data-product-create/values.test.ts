import { describe, expect, test } from 'vitest';
import type { Preview } from '#/api/types';
import { checkProduct, columnsFrom, initialProduct, nameFrom, reviveProduct } from './values';

describe('a name suggested by a file', () => {
  test.each([
    ['store_sales-2024 (final).csv', 'Store sales 2024'],
    ['OrdersByStore.parquet', 'Orders By Store'],
    ['daten.tsv.gz', 'Daten'],
    ['مبيعات.csv', 'مبيعات'],
    ['.csv', ''],
  ])('%s becomes %s', (file, name) => expect(nameFrom(file)).toBe(name));
});

test('a new file keeps the descriptions of columns that it still has', () => {
  const preview = {
    columns: [
      { name: 'a', businessName: 'A', type: 'string', physicalType: 'string' },
      { name: 'c', businessName: 'C', type: 'string', physicalType: 'string' },
    ],
  } as Preview;
  const before = [
    { name: 'a', businessName: 'A', description: 'first' },
    { name: 'b', businessName: 'B', description: 'gone' },
  ];
  expect(columnsFrom(preview, before).map(({ description }) => description)).toEqual(['first', '']);
});

test('a file whose preview has not been read cannot be published', () => {
  const values = { ...initialProduct, file: { id: 'u2', fileName: 'x.csv' }, columnsOf: 'u1' };
  expect(checkProduct(values)['file']).toEqual({ code: 'required' });
  expect(checkProduct({ ...values, columnsOf: 'u2' })['file']).toBeUndefined();
});

test('a draft that is damaged or from another version falls back to what is usable', () => {
  const revived = reviveProduct({ name: 'Kept', file: 7, columns: [null, { name: 'a' }], domainId: false });
  expect(revived).toMatchObject({ name: 'Kept', file: null, domainId: '' });
  expect(revived.columns).toEqual([{ name: 'a', businessName: '', description: '' }]);
});
