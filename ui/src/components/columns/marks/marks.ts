import type { ColumnMarks, LookReason, Mask, MeaningKind } from '#/api/types';
import type { TextOf } from '#/messages';

/** Nothing is said of a column yet. */
export const noMarks: ColumnMarks = {
  key: false,
  required: false,
  meaning: null,
  personal: false,
  classification: null,
  mask: null,
  review: null,
};

export const masks: readonly Mask[] = ['hash', 'partial', 'year', 'redact', 'null'];

export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const;

/** Every meaning there is, people's first. */
export const meanings: readonly MeaningKind[] = [
  'email',
  'phone',
  'first-name',
  'last-name',
  'full-name',
  'birth-date',
  'gender',
  'street-address',
  'user-name',
  'ip-address',
  'iban',
  'card-number',
  'national-id',
  'identifier',
  'uuid',
  'category',
  'flag',
  'free-text',
  'money',
  'currency',
  'percentage',
  'year',
  'company',
  'country',
  'country-code',
  'city',
  'postcode',
  'latitude',
  'longitude',
  'url',
  'mac-address',
];

/** What is asked of the owner: a column that was to be looked at and wasn't yet. */
export const waits = ({ marks, look }: { marks: ColumnMarks; look: readonly LookReason[] }) =>
  look.length > 0 && (marks.review === null || marks.review === 'unseen');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a stored draft says of a column; whatever isn't known any more falls back to nothing. */
export function reviveMarks(stored: unknown): ColumnMarks {
  if (!isRecord(stored)) return noMarks;
  const one = <T extends string>(field: string, known: readonly T[]): T | null =>
    known.find((each) => each === stored[field]) ?? null;
  return {
    key: stored['key'] === true,
    required: stored['required'] === true,
    personal: stored['personal'] === true,
    meaning: one('meaning', meanings),
    classification: one('classification', classifications),
    mask: one('mask', masks),
    review: one('review', ['seen', 'together', 'unseen'] as const),
  };
}

const reasons: readonly LookReason[] = ['personal', 'key', 'unsure'];

export function reviveLook(stored: unknown): LookReason[] {
  return Array.isArray(stored) ? reasons.filter((each) => stored.includes(each)) : [];
}

/** What is said of a column, as words. */
export function markWords(
  { key, required, personal, meaning, classification, mask }: ColumnMarks,
  text: TextOf,
): string[] {
  return [
    ...(key ? [text('marks.key')] : []),
    ...(required && !key ? [text('marks.required')] : []),
    ...(personal ? [text('marks.personal')] : []),
    ...(meaning === null ? [] : [text(`profile.kind.${meaning}`)]),
    ...(classification === null ? [] : [text(`domain.classification.${classification}.title`)]),
    ...(mask === null ? [] : [text(`marks.mask.${mask}.short`)]),
  ];
}
