import { expect, it } from 'vitest';
import { usable } from './locale';

it.each([
  ['de-CH', 'de-CH'],
  ['en-US-u-va-posix', 'en'],
  ['en-US-posix', 'en'],
  ['c', 'en'],
  ['', 'en'],
  [undefined, 'en'],
])('a machine that speaks %s is read as %s', (language, locale) => {
  expect(usable(language)).toBe(locale);
});
