import { describe, expect, test } from 'vitest';
import { cellText, type GridColumn, standsAtEnd } from './cell';

const column = (type: GridColumn['type'], name = 'amount'): GridColumn => ({ name, businessName: name, type });
const text = (id: string) => id;

describe('a cell', () => {
  test('keeps every digit of numbers that no float could hold', () => {
    const shown = cellText(column('decimal'), '18446744073709551615.50', text);
    expect(shown.replaceAll(/\D/g, '')).toBe('1844674407370955161550');
  });

  test('shows ids and years without separators, amounts with', () => {
    expect(cellText(column('integer', 'order_id'), '1234567', text)).toBe('1234567');
    expect(cellText(column('integer', 'season'), '2024', text)).toBe('2024');
    expect(cellText(column('integer'), '1234567', text)).not.toBe('1234567');
  });

  test('shows what it does not understand exactly as it came', () => {
    expect(cellText(column('date'), 'tomorrow', text)).toBe('tomorrow');
    expect(cellText(column('timestamp'), '12:00', text)).toBe('12:00');
    expect(cellText(column('number'), 'NaN', text)).toBe('NaN');
    expect(cellText(column('string'), '<b>bold</b>', text)).toBe('<b>bold</b>');
  });

  test('a day stays the same day whatever the reader’s time zone', () => {
    expect(cellText(column('date'), '2024-03-01', text)).toContain('2024');
    expect(cellText(column('date'), '2024-03-01', text)).toMatch(/\b0?1\b/);
  });

  test('numbers stand at the end, everything else at the start', () => {
    expect(standsAtEnd(column('decimal'))).toBe(true);
    expect(standsAtEnd(column('string'))).toBe(false);
  });
});
