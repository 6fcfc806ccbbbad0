import { describe, expect, test } from 'vitest';
import type { FileSurvey, Preview } from '#/api/types';
import { noMarks } from '#/components/columns/marks/marks';
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
  saidOf,
  suggestionsFrom,
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
    { name: 'a', businessName: 'A', description: 'first', marks: { ...noMarks, key: true }, look: [] },
    { name: 'b', businessName: 'B', description: 'gone', marks: noMarks, look: [] },
  ];
  const columns = columnsFrom(preview, before);
  expect(columns.map(({ description, marks }) => [description, marks.key])).toEqual([
    ['first', true],
    ['', false],
  ]);
});

test('a file whose preview has not been read cannot be published', () => {
  const values = { ...initialProduct, file: { id: 'u2', fileName: 'x.csv' }, columnsOf: 'u1' };
  expect(checkProduct(values)['file']).toEqual({ code: 'required' });
  expect(checkProduct({ ...values, columnsOf: 'u2' })['file']).toBeUndefined();
});

test('a draft that is damaged or from another version falls back to what is usable', () => {
  const revived = reviveProduct({ name: 'Kept', file: 7, columns: [null, { name: 'a' }], domainId: false });
  expect(revived).toMatchObject({ name: 'Kept', file: null, domainId: '' });
  expect(revived.columns).toEqual([{ name: 'a', businessName: '', description: '', marks: noMarks, look: [] }]);
  expect(revived.rules).toEqual([]);
});

describe('what a file suggests', () => {
  const suggestion = {
    name: 'mail',
    businessName: 'Mail',
    marks: { ...noMarks, personal: true },
    look: ['personal'],
    filled: 9,
    missing: 0,
    distinct: 9,
    distinctIsExact: true,
    meaning: null,
  } as const;
  const rule = { demand: { kind: 'not-empty', column: 'mail' }, severity: 'warning' } as const;
  const survey = {
    uploadId: 'a',
    rowsRead: 9,
    whole: true,
    columns: [suggestion],
    rules: [{ sure: false, outcome: { rule, checked: 9, broken: { count: 0 }, examples: [] } }],
  } as unknown as FileSurvey;
  const column = { name: 'mail', businessName: 'mail', description: '', marks: noMarks, look: [] };

  test('has to be looked at where it matters', () => {
    const taken = suggestionsFrom(survey, 'a', { ...initialData, columns: [column] }, true);
    expect(taken.columns[0]).toMatchObject({ businessName: 'Mail', marks: { personal: true, review: 'unseen' } });
    const file = { id: 'a', fileName: 'a.csv' };
    const values = { ...initialData, file, columnsOf: 'a', ...taken };
    expect(Object.keys(checkData(values))).toEqual(['columns.0.marks']);
    expect(saidOf(values).rules).toEqual([]);
  });

  test('never undoes what was agreed to, nor a name that people know', () => {
    const agreed = { ...column, marks: { ...noMarks, review: 'seen' as const } };
    const taken = suggestionsFrom(survey, 'a', { ...initialData, columns: [agreed] }, true);
    expect(taken.columns).toEqual([agreed]);
    const known = suggestionsFrom(survey, 'a', { ...initialData, columns: [column] }, false);
    expect(known.columns[0]?.businessName).toBe('mail');
  });

  test('a promise goes with its column', () => {
    const taken = { ...rule, taken: true };
    expect(saidOf({ ...initialData, columns: [column], rules: [taken] }).rules).toEqual([rule]);
    expect(saidOf({ ...initialData, columns: [], rules: [taken] }).rules).toEqual([]);
  });
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
