import type { QualityDemand, QualityRule, QualitySeverity } from '#/api/types';
import type { FieldIssue, FieldIssues } from '#/components/form/formState';

/** A rule that could be promised, and whether it is. */
export interface OfferedRule extends QualityRule {
  taken: boolean;
}

/** What makes a rule the same when its bounds change: one of a kind for each column. */
export function ruleId(demand: QualityDemand): string {
  return [demand.kind, ...columnsOf(demand)].join(' ');
}

export function columnsOf(demand: QualityDemand): string[] {
  if (demand.kind === 'row-count') return [];
  return demand.kind === 'unique' ? demand.columns : [demand.column];
}

export const takenRules = (rules: readonly OfferedRule[]): QualityRule[] =>
  rules.filter(({ taken }) => taken).map(({ demand, severity }) => ({ demand, severity }));

/** The rules of a file beside those that were there before: what was decided stays, the rest is as suggested. */
export function offered(
  suggested: readonly { outcome: { rule: QualityRule }; sure: boolean }[],
  before: readonly OfferedRule[],
): OfferedRule[] {
  const known = new Set(before.map(({ demand }) => ruleId(demand)));
  const fresh = suggested
    .filter(({ outcome }) => !known.has(ruleId(outcome.rule.demand)))
    .map(({ outcome, sure }) => ({ ...outcome.rule, taken: sure }));
  return [...before, ...fresh];
}

/** The rules whose columns are there. */
export function standing(rules: readonly OfferedRule[], columns: readonly { name: string }[]): OfferedRule[] {
  const known = new Set(columns.map(({ name }) => name));
  return rules.filter(({ demand }) => columnsOf(demand).every((name) => known.has(name)));
}

function issueOf(demand: QualityDemand): FieldIssue | undefined {
  switch (demand.kind) {
    case 'between':
      return blank(demand.min) && blank(demand.max) ? { code: 'required' } : undefined;
    case 'row-count': {
      const { min, max } = demand;
      if (min == null && max == null) return { code: 'required' };
      return min != null && max != null && max < min ? { code: 'malformed' } : undefined;
    }
    case 'one-of':
      return demand.values.length === 0 ? { code: 'required' } : undefined;
    default:
      return undefined;
  }
}

const blank = (bound: string | null | undefined) => bound == null || bound.trim() === '';

/** What is wrong with the rules that are promised. */
export function checkRules(rules: readonly OfferedRule[]): FieldIssues {
  return Object.fromEntries(
    rules.flatMap(({ taken, demand }, index) => {
      const issue = taken ? issueOf(demand) : undefined;
      return issue === undefined ? [] : [[`rules.${index}`, issue] as const];
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function reviveDemand(stored: unknown): QualityDemand | null {
  if (!isRecord(stored)) return null;
  const column = text(stored['column']);
  switch (stored['kind']) {
    case 'row-count':
      return { kind: 'row-count', min: number(stored['min']), max: number(stored['max']) };
    case 'unique':
      return { kind: 'unique', columns: texts(stored['columns']) };
    case 'not-empty':
      return column === null ? null : { kind: 'not-empty', column };
    case 'one-of':
      return column === null ? null : { kind: 'one-of', column, values: texts(stored['values']) };
    case 'between':
      return column === null ? null : { kind: 'between', column, min: text(stored['min']), max: text(stored['max']) };
    case 'matches':
      return column === null ? null : { kind: 'matches', column, pattern: text(stored['pattern']) ?? '' };
    case 'max-length':
      return column === null ? null : { kind: 'max-length', column, length: number(stored['length']) ?? 0 };
    default:
      return null;
  }
}

/** The rules of a stored draft; what isn't known any more is left out. */
export function reviveRules(stored: unknown): OfferedRule[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((rule): OfferedRule[] => {
    const demand = isRecord(rule) ? reviveDemand(rule['demand']) : null;
    if (demand === null || !isRecord(rule)) return [];
    const severity: QualitySeverity = rule['severity'] === 'blocking' ? 'blocking' : 'warning';
    return [{ demand, severity, taken: rule['taken'] === true }];
  });
}
