import { describe, expect, it, vi } from 'vitest';

vi.hoisted(() => vi.stubGlobal('navigator', { language: 'en-US' }));

const { formatBytes, formatCount, formatExact } = await import('./number');

describe('formatExact', () => {
  it('keeps every digit of a number no float can hold', () => {
    expect(formatExact('18446744073709551615')).toBe('18,446,744,073,709,551,615');
    expect(formatExact('-0.10')).toBe('-0.10');
    expect(formatExact('12345678901234567890.000000000000000001')).toBe(
      '12,345,678,901,234,567,890.000000000000000001',
    );
  });

  it('leaves what is no plain number as it is', () => {
    for (const text of ['NaN', '1e400', '', '--1', '1.2.3', '٣']) expect(formatExact(text)).toBe(text);
  });
});

describe('formatBytes', () => {
  it('chooses the unit that reads best', () => {
    expect(formatBytes(0)).toBe('0 bytes');
    expect(formatBytes(999)).toBe('999 bytes');
    expect(formatBytes(1000)).toBe('1 kB');
    expect(formatBytes(4_200_000)).toBe('4.2 MB');
    expect(formatBytes(5e15)).toBe('5,000 TB');
  });
});

it('counts with separators', () => {
  expect(formatCount(84213)).toBe('84,213');
});
