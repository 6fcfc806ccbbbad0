import { useCallback } from 'react';
import type { ProblemError, ShownCode } from '#/api/problem';
import type { FieldProblem } from '#/api/types';
import { formatBytes, formatCount } from '#/format/number';
import { useText } from '#/messages';

/** A problem in three plain sentences. */
export interface ProblemText {
  /** What happened. */
  what: string;
  /** What was kept. */
  kept: string;
  /** What to do next. */
  next: string;
}

/** Sentences for a failure known by code and params alone, such as a failed publication's. */
export interface Failure {
  code: ShownCode;
  params?: Readonly<Record<string, string | number>> | null;
}

/** Every value a sentence may ask for; `none` where the platform told none, since a sentence can ask for that only. */
const NAMES = [
  'reason',
  'problem',
  'found',
  'expected',
  'limit',
  'line',
  'column',
  'seconds',
  'limitBytes',
  'names',
  'hidden',
] as const;

/** What a value reads like in a sentence: numbers with separators, bytes with a unit. */
function shown(name: string, value: string | number | undefined): string {
  if (value === undefined) return 'none';
  if (typeof value === 'string') return value;
  return name === 'limitBytes' ? formatBytes(value) : formatCount(value);
}

function filled(params: Failure['params']) {
  const who = params?.['who'];
  const owner = params?.['owner'];
  const values = Object.fromEntries(NAMES.map((name) => [name, shown(name, params?.[name])]));
  // The desktop's own refusals of a file call it a reason, the worker's a problem; a sentence knows problems.
  const problem = params?.['problem'] ?? params?.['reason'] ?? 'none';
  return { ...values, problem, who, hasWho: who ? 'yes' : 'no', owner, hasOwner: owner ? 'yes' : 'no' };
}

export function useProblemText(): (failure: Failure | ProblemError) => ProblemText {
  const text = useText();
  return useCallback(
    ({ code, params }) => {
      const values = filled(params);
      return {
        what: text(`problem.${code}.title`, values),
        kept: text(`problem.${code}.kept`, values),
        next: text(`problem.${code}.next`, values),
      };
    },
    [text],
  );
}

/** What is wrong with a field, by the code the platform told. */
export function useFieldText(): (field: Pick<FieldProblem, 'code' | 'params'>) => string {
  const text = useText();
  return useCallback(
    ({ code, params }) => {
      const limit = params?.['max'] ?? params?.['min'];
      const name = params?.['name'];
      const has = limit !== undefined || name !== undefined ? 'yes' : 'no';
      return text(`problem.field.${code}`, { limit, name, has });
    },
    [text],
  );
}
