import type { FieldIssue } from './formState';

/* The rules of the platform's texts that can be told while typing; the platform has the last word. */

/** Longest name, in characters. */
export const NAME_MAX = 120;
/** Longest purpose or description, in characters. */
export const PURPOSE_MAX = 2000;

const CONTROL = /\p{Cc}/u;
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E001F}]/u;

/** Length in characters as people count them in texts of other alphabets too: code points. */
export function lengthOf(value: string): number {
  return [...value].length;
}

function checkText(value: string, max: number, required: boolean): FieldIssue | undefined {
  if (value.trim() === '') return required ? { code: 'required' } : undefined;
  if (lengthOf(value.trim()) > max) return { code: 'too_long', params: { max } };
  if (CONTROL.test(value)) return { code: 'control_characters' };
  if (INVISIBLE.test(value)) return { code: 'invisible_characters' };
  return undefined;
}

export function checkName(value: string): FieldIssue | undefined {
  return checkText(value, NAME_MAX, true);
}

/** A purpose or description; it may have several lines. */
export function checkPurpose(value: string, required = true): FieldIssue | undefined {
  return checkText(value.replaceAll(/\r?\n/g, ' '), PURPOSE_MAX, required);
}

/** Leaves out the fields that nothing is wrong with. */
export function gather<K extends string>(found: Record<K, FieldIssue | undefined>): Record<string, FieldIssue> {
  return Object.fromEntries(
    Object.entries<FieldIssue | undefined>(found).filter((entry): entry is [string, FieldIssue] => !!entry[1]),
  );
}
