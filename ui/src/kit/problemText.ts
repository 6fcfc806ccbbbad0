import type { ProblemError, ShownCode } from '#/api/problem';
import type { FieldProblem } from '#/api/types';
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

function filled(params: Failure['params']) {
  const who = params?.['who'];
  const owner = params?.['owner'];
  return { who, hasWho: who ? 'yes' : 'no', owner, hasOwner: owner ? 'yes' : 'no' };
}

export function useProblemText(): (failure: Failure | ProblemError) => ProblemText {
  const text = useText();
  return ({ code, params }) => {
    const values = filled(params);
    return {
      what: text(`problem.${code}.title`, values),
      kept: text(`problem.${code}.kept`, values),
      next: text(`problem.${code}.next`, values),
    };
  };
}

/** What is wrong with a field, by the code the platform told. */
export function useFieldText(): (field: Pick<FieldProblem, 'code' | 'params'>) => string {
  const text = useText();
  return ({ code, params }) => {
    const limit = params?.['max'] ?? params?.['min'];
    const name = params?.['name'];
    const has = limit !== undefined || name !== undefined ? 'yes' : 'no';
    return text(`problem.field.${code}`, { limit, name, has });
  };
}
