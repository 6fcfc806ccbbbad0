import type { ColumnProfile, ToldCount } from '#/api/types';
import { formatExact } from '#/format/number';
import { formatDay, formatMoment } from '#/format/time';

export const profileFacets = ['all', 'personal', 'gaps', 'unclear'] as const;
export type ProfileFacet = (typeof profileFacets)[number];

/** Whether a column belongs to a facet. */
export function isOf(facet: ProfileFacet, column: ColumnProfile): boolean {
  switch (facet) {
    case 'all':
      return true;
    case 'personal':
      return column.meaning?.personal === true;
    case 'gaps':
      return column.missing.count !== 0;
    case 'unclear':
      return isUnclear(column);
  }
}

/** What is known of a column without a meaning: numbers and times at least say what they are. */
export function plainType({ type }: ColumnProfile): Exclude<ColumnProfile['type'], 'string' | 'binary'> | null {
  return type === 'string' || type === 'binary' ? null : type;
}

/** Whether neither meaning nor type tell what a column is about. */
const isUnclear = (column: ColumnProfile) => column.meaning === null && plainType(column) === null;

/** How sure a meaning is, in three steps: more would be pretended. */
export function sureness(confidence: number): 'sure' | 'likely' | 'perhaps' {
  if (confidence >= 0.9) return 'sure';
  return confidence >= 0.7 ? 'likely' : 'perhaps';
}

/** A value as the reader writes it. */
export function formatValue(type: ColumnProfile['type'], value: string): string {
  switch (type) {
    case 'integer':
    case 'decimal':
    case 'number':
      return formatExact(value);
    case 'date':
      return formatDay(value);
    case 'timestamp':
      return formatMoment(value);
    default:
      return value;
  }
}

/** The share of rows with a value, as far as it is told. */
export function filledShare({ filled, missing }: ColumnProfile): number | null {
  if (filled.count === null || missing.count === null) return null;
  const rows = filled.count + missing.count;
  return rows === 0 ? null : filled.count / rows;
}

/** A count for sorting and drawing: what is told to be few counts as little as it can. */
export const least = (told: ToldCount): number => told.count ?? (told.fewerThan == null ? 0 : 1);

/** Whether every value occurs once. */
export function isUnique({ filled, distinct, distinctIsExact }: ColumnProfile): boolean {
  return distinctIsExact && distinct.count !== null && distinct.count > 1 && distinct.count === filled.count;
}
