import { expect, test } from 'vitest';
import { checkIntake, readingOf, reviveIntake, wordsOf } from './choices';

test('a reading is the same whatever the order in which its choices were made', () => {
  expect(readingOf('a', {})).toBe('a');
  expect(readingOf('a', { delimiter: ';', hasHeader: true })).toBe(readingOf('a', { hasHeader: true, delimiter: ';' }));
  expect(readingOf('a', { delimiter: ';' })).not.toBe(readingOf('a', { delimiter: ',' }));
});

test('words are written as a list', () => {
  expect(wordsOf(' NA, -,, NA ,k. A.')).toEqual(['NA', '-', 'k. A.']);
  expect(wordsOf(' ')).toEqual([]);
});

test('what the file leaves open must be answered', () => {
  expect(checkIntake({}, ['numbers', 'misfits'])).toEqual({
    'intake.numbers': { code: 'required' },
    'intake.misfits': { code: 'required' },
  });
  expect(checkIntake({ misfits: 'reject', numbers: 'comma' }, ['numbers', 'misfits'])).toEqual({});
  expect(checkIntake({ missingWords: Array.from({ length: 51 }, String) }, [])['intake.missingWords']?.code).toBe(
    'too_many',
  );
});

test('a draft gives back its choices and nothing else', () => {
  const kept = { delimiter: ';', hasHeader: false, skippedLines: 3, missingWords: ['-'], misfits: 'reject' };
  expect(reviveIntake({ ...kept, quote: 'oblique', other: 1 })).toEqual(kept);
  expect(reviveIntake(null)).toEqual({});
});
