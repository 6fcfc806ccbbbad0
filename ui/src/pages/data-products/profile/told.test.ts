import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from '#/api/types';
import { honestShare } from '#/format/number';
import { filledShare, isOf, isUnique, sureness } from './told';

const column: ColumnProfile = {
  name: 'a',
  businessName: 'A',
  type: 'integer',
  filled: { count: 97 },
  missing: { count: 3 },
  distinct: { count: 97 },
  distinctIsExact: true,
  rangeTold: true,
  min: '1',
  max: '97',
  mean: '49',
  standardDeviation: '28',
  quantiles: [],
  histogram: [],
  lengths: null,
  topValues: [],
  topValuesAreExact: true,
  patterns: [],
  meaning: null,
};

describe('what is told of a column', () => {
  it('has a filled share only where both counts are told', () => {
    expect(filledShare(column)).toBeCloseTo(0.97);
    expect(filledShare({ ...column, missing: { count: null, fewerThan: 5 } })).toBeNull();
    expect(filledShare({ ...column, filled: { count: 0 }, missing: { count: 0 } })).toBeNull();
  });

  it('never rounds to none or all', () => {
    expect(honestShare(0.9999)).toBe(0.99);
    expect(honestShare(0.0001)).toBe(0.01);
    expect(honestShare(1)).toBe(1);
    expect(honestShare(0)).toBe(0);
  });

  it('is sorted into facets', () => {
    expect(isOf('gaps', column)).toBe(true);
    expect(isOf('gaps', { ...column, missing: { count: 0 } })).toBe(false);
    expect(isOf('unclear', column)).toBe(false);
    expect(isOf('unclear', { ...column, type: 'string' })).toBe(true);
    expect(isOf('personal', column)).toBe(false);
    expect(isUnique(column)).toBe(true);
    expect(isUnique({ ...column, distinctIsExact: false })).toBe(false);
  });

  it('says how sure a meaning is in three steps', () => {
    expect([0.95, 0.8, 0.5].map(sureness)).toEqual(['sure', 'likely', 'perhaps']);
  });
});
