import { expect, it } from 'vitest';
import { formatAgo, formatMoment } from './time';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

it.each([
  [0, 'just now'],
  [44, 'just now'],
  [45, '1 minute ago'],
  [60, '1 minute ago'],
  [3599, '59 minutes ago'],
  [3600, '1 hour ago'],
  [86_400, 'yesterday'],
  [8 * 86_400, 'last week'],
  [400 * 86_400, 'last year'],
  [-7200, 'in 2 hours'],
])('%i seconds before now is "%s"', (seconds, said) => {
  expect(formatAgo(before(seconds), NOW)).toBe(said);
});

it('shows what is no time as it came', () => {
  expect(formatAgo('soon', NOW)).toBe('soon');
  expect(formatMoment('soon')).toBe('soon');
});
