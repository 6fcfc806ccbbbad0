import type { IntakeChoices } from '#/api/types';
import type { FieldIssues } from '#/components/form/formState';
import type { MessageId, TextOf } from '#/messages';

/** Most words that may mean "no value". */
const WORDS_MAX = 50;
const WORD_MAX = 40;
/** Most lines that may be skipped. */
export const SKIPPED_MAX = 1000;

const delimiters: readonly (readonly [string, MessageId])[] = [
  [',', 'product.intake.delimiter.comma'],
  [';', 'product.intake.delimiter.semicolon'],
  ['\t', 'product.intake.delimiter.tab'],
  ['|', 'product.intake.delimiter.bar'],
  [':', 'product.intake.delimiter.colon'],
  [' ', 'product.intake.delimiter.space'],
  ['~', 'product.intake.delimiter.tilde'],
  ['^', 'product.intake.delimiter.caret'],
];

export interface Option {
  value: string;
  label: string;
}

export function delimiterOptions(text: TextOf, chosen: string | undefined): Option[] {
  const known = delimiters.map(([value, id]) => ({ value, label: text(id) }));
  if (chosen === undefined || delimiters.some(([value]) => value === chosen)) return known;
  return [...known, { value: chosen, label: text('product.intake.delimiter.other', { delimiter: chosen }) }];
}

export const quotes = ['double', 'single', 'none'] as const satisfies readonly NonNullable<IntakeChoices['quote']>[];
export const numberStyles = ['point', 'comma', 'as-written'] as const satisfies readonly NonNullable<
  IntakeChoices['numbers']
>[];
export const dateOrders = ['day-first', 'month-first', 'as-written'] as const satisfies readonly NonNullable<
  IntakeChoices['dates']
>[];
export const encodings = [
  'utf-8',
  'windows-1252',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'shift_jis',
  'gb18030',
  'utf-16le',
  'utf-16be',
] as const satisfies readonly NonNullable<IntakeChoices['encoding']>[];

/** What names one way of reading one file: the columns of a form belong to it. */
export function readingOf(uploadId: string, intake: IntakeChoices): string {
  const chosen = Object.entries(intake)
    .filter(([, value]) => value != null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return chosen.length === 0 ? uploadId : `${uploadId} ${JSON.stringify(chosen)}`;
}

/** The words of a list that is written as people write one. */
export function wordsOf(written: string): string[] {
  const words = written.split(/[,\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

export function checkIntake(intake: IntakeChoices, asks: readonly string[]): FieldIssues {
  const issues: Record<string, FieldIssues[string]> = {};
  for (const code of ['numbers', 'dates', 'member', 'misfits'] as const) {
    if (asks.includes(code) && intake[code] == null) issues[`intake.${code}`] = { code: 'required' };
  }
  if (asks.includes('refused') && intake.misfits === 'refuse') issues['intake.misfits'] = { code: 'not_allowed' };
  const words = intake.missingWords ?? [];
  if (words.length > WORDS_MAX) issues['intake.missingWords'] = { code: 'too_many', params: { max: WORDS_MAX } };
  if (words.some((word) => [...word].length > WORD_MAX)) {
    issues['intake.missingWords'] = { code: 'too_long', params: { max: WORD_MAX } };
  }
  return issues;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((each) => each === value);
}

/** Choices as a draft kept them; whatever is none is left out. */
export function reviveIntake(stored: unknown): IntakeChoices {
  if (typeof stored !== 'object' || stored === null) return {};
  const kept = stored as Readonly<Record<string, unknown>>;
  const { delimiter, hasHeader, skippedLines, missingWords } = kept;
  const quote = oneOf(quotes, kept['quote']);
  const encoding = oneOf(encodings, kept['encoding']);
  const numbers = oneOf(numberStyles, kept['numbers']);
  const misfits = oneOf(['refuse', 'reject'] as const, kept['misfits']);
  const dates = oneOf(dateOrders, kept['dates']);
  const nested = oneOf(['text', 'columns'] as const, kept['nested']);
  const { member, sheet, list } = kept;
  return {
    ...(typeof delimiter === 'string' ? { delimiter } : {}),
    ...(quote === undefined ? {} : { quote }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(typeof hasHeader === 'boolean' ? { hasHeader } : {}),
    ...(typeof skippedLines === 'number' ? { skippedLines } : {}),
    ...(numbers === undefined ? {} : { numbers }),
    ...(Array.isArray(missingWords)
      ? { missingWords: missingWords.filter((word): word is string => typeof word === 'string') }
      : {}),
    ...(misfits === undefined ? {} : { misfits }),
    ...(dates === undefined ? {} : { dates }),
    ...(nested === undefined ? {} : { nested }),
    ...(typeof member === 'string' ? { member } : {}),
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(typeof list === 'string' ? { list } : {}),
  };
}
