import { readerLocale } from './locale';

const whole = new Intl.NumberFormat(readerLocale, { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat(readerLocale, { maximumFractionDigits: 1 });
const share = new Intl.NumberFormat(readerLocale, { style: 'percent', maximumFractionDigits: 0 });

const parts = new Intl.NumberFormat(readerLocale).formatToParts(-12345.6);
const part = (type: Intl.NumberFormatPartTypes, otherwise: string) =>
  parts.find((found) => found.type === type)?.value ?? otherwise;
const minus = part('minusSign', '-');
const point = part('decimal', '.');

/** A count with the reader's separators. */
export function formatCount(value: number | bigint): string {
  return whole.format(value);
}

/** 0.314 → "31%" */
export function formatShare(value: number): string {
  return share.format(value);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Bytes in the unit that reads best, in powers of 1000 as disks are sold: 4200000 → "4.2 MB". */
export function formatBytes(bytes: number): string {
  const power = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(readerLocale, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

/** A number with at most one digit after the point. */
export function formatShort(value: number): string {
  return short.format(value);
}

/**
 * A number that comes as text, with the reader's separators and every digit kept:
 * "18446744073709551615.50" → "18,446,744,073,709,551,615.50". Text that isn't a plain number comes back as it is.
 */
export function formatExact(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return text;
  const [, sign = '', digits = '', fraction] = match;
  const head = (sign === '' ? '' : minus) + whole.format(BigInt(digits));
  return fraction === undefined ? head : head + point + fraction;
}

/** A share that never says 0 % or 100 % of what isn't none or all. */
export function honestShare(share: number): number {
  if (share <= 0 || share >= 1) return share;
  return Math.min(0.99, Math.max(0.01, share));
}
