import type { ColumnType } from '#/api/types';
import { readerLocale } from '#/format/locale';
import { formatExact } from '#/format/number';
import type { TextOf } from '#/messages';

/** What the grid knows of a column. */
export interface GridColumn {
  name: string;
  businessName: string;
  type: ColumnType;
}

const DAY = /^(-?\d{4,6})-(\d{2})-(\d{2})$/;
const MOMENT = /^(-?\d{4,6}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

const day = new Intl.DateTimeFormat(readerLocale, { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(readerLocale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

/** Numbers that name something aren't amounts: separators would make order 10542 a quantity. */
function namesSomething(column: GridColumn): boolean {
  return /(^|_)(id|no|nr|number|code|year|zip|postcode|ean|gtin|sku)$/.test(column.name);
}

function inWords(format: Intl.DateTimeFormat, exact: string): string {
  const time = Date.parse(exact);
  return Number.isNaN(time) ? exact : format.format(time);
}

/** Whether a column's values stand at the end, so that their digits align. */
export function standsAtEnd({ type }: GridColumn): boolean {
  return type === 'integer' || type === 'decimal' || type === 'number';
}

/** Most digits after the point that a column of floating numbers is filled up to, so that its points stand in a line. */
const MOST_FILLED = 4;

/** Digits after the point that a column's values are filled up to, by those seen; 0 where that wouldn't help. */
export function fillOf({ type }: GridColumn, seen: readonly (string | null | undefined)[]): number {
  if (type !== 'number') return 0;
  const most = Math.max(0, ...seen.map((value) => /^-?\d+\.(\d+)$/.exec(value ?? '')?.[1]?.length ?? 0));
  return most > MOST_FILLED ? 0 : most;
}

function filled(value: string, fill: number): string {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(value);
  const fraction = match?.[2] ?? '';
  return match === null || fraction.length >= fill ? value : `${match[1]}.${fraction.padEnd(fill, '0')}`;
}

/** A value as the reader writes it. Every digit is kept; what isn't understood is shown as it came. */
export function cellText(column: GridColumn, value: string, text: TextOf, fill = 0): string {
  switch (column.type) {
    case 'integer':
      return namesSomething(column) || value.replace('-', '').length <= 4 ? value : formatExact(value);
    case 'decimal':
      return formatExact(value);
    case 'number':
      return formatExact(filled(value, fill));
    case 'boolean':
      return value === 'true' ? text('table.true') : value === 'false' ? text('table.false') : value;
    case 'date':
      return DAY.test(value) ? inWords(day, `${value}T00:00:00Z`) : value;
    case 'timestamp': {
      const match = MOMENT.exec(value);
      if (match === null) return value;
      const [, date, time, , zone] = match;
      return inWords(moment, `${date}T${time}${zone ?? 'Z'}`);
    }
    default:
      return value;
  }
}
