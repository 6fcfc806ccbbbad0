import { describe, expect, test } from 'vitest';
import { cellText, fillOf, type GridColumn, standsAtEnd } from './cell';

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

  test('floating numbers are filled up to the same place, as far as that reads well', () => {
    const price = column('number');
    expect(fillOf(price, ['32.5', '140.83', null, 'NaN'])).toBe(2);
    expect(fillOf(price, ['0.1234567', '1'])).toBe(0);
    expect(fillOf(column('decimal'), ['1.50'])).toBe(0);
    expect(cellText(price, '32.5', text, 2)).toMatch(/^32.50$/);
    expect(cellText(price, '7', text, 2)).toMatch(/^7.00$/);
    expect(cellText(price, 'NaN', text, 2)).toBe('NaN');
  });

  test('numbers stand at the end, everything else at the start', () => {
    expect(standsAtEnd(column('decimal'))).toBe(true);
    expect(standsAtEnd(column('string'))).toBe(false);
  });
});
