import { readerLocale } from './locale';

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(readerLocale, { dateStyle: 'long', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(readerLocale, { timeStyle: 'medium' });
const day = new Intl.DateTimeFormat(readerLocale, { dateStyle: 'medium' });

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['week', 7 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];

/** "3 minutes ago", "in 2 days", and "just now" within 45 seconds. `value` is RFC 3339. */
export function formatAgo(value: string, now: number = Date.now()): string {
  const seconds = (Date.parse(value) - now) / 1000;
  if (Number.isNaN(seconds)) return value;
  const distance = Math.abs(seconds);
  if (distance < 45) return 'just now';
  for (const [unit, length] of STEPS) {
    if (distance >= length * (unit === 'minute' ? 0.75 : 1)) {
      return relative.format(Math.sign(seconds) * Math.max(1, Math.floor(distance / length)), unit);
    }
  }
  return relative.format(Math.round(seconds), 'second');
}

/** Date and time in the reader's own form and time zone. */
export function formatMoment(value: string): string {
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? value : exact.format(moment);
}

/** The time of day alone, to the second. */
export function formatClock(value: string): string {
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? value : clock.format(moment);
}

/** The date alone. */
export function formatDay(value: string): string {
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? value : day.format(moment);
}
