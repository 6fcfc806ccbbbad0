import { describe, expect, test } from 'vitest';
import type { Preview } from '#/api/types';
import { readingOf } from '#/components/file/intake/choices';
import {
  anotherFile,
  checkData,
  checkProduct,
  columnsFrom,
  initialData,
  initialProduct,
  nameFrom,
  reviveProduct,
} from './values';

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

test('another file is read as it is, and what stays as it was is left alone', () => {
  const held = (id: string) => ({ id, fileName: `${id}.csv` });
  const values = { ...initialData, file: held('a'), intake: { delimiter: ';' } };
  expect(anotherFile(values, held('a'), {})).toEqual({ file: held('a') });
  expect(anotherFile(values, held('b'), {})).toEqual({ file: held('b'), intake: {} });
  expect(anotherFile(values, held('b'), { delimiter: ';' })).toEqual({ file: held('b') });
});

test('a file whose open questions are answered may be published', () => {
  const file = { id: 'a', fileName: 'a.csv' };
  const asked = { ...initialData, file, columnsOf: 'a', asks: ['misfits'] };
  expect(Object.keys(checkData(asked))).toEqual(['intake.misfits']);
  const answered = { ...asked, intake: { misfits: 'reject' as const } };
  expect(checkData({ ...answered, asks: [], columnsOf: readingOf('a', answered.intake) })).toEqual({});
});
