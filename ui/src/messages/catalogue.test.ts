import { parse } from '@formatjs/icu-messageformat-parser';
import { expect, it } from 'vitest';
import { english } from './catalogue';

it.each(Object.entries(english))('%s can be said', (_, sentence) => {
  expect(() => parse(sentence, { requiresOtherClause: true })).not.toThrow();
  expect(sentence.trim()).toBe(sentence);
  expect(sentence).not.toBe('');
});
