import type { FieldProblem, Problem, ProblemCode, SentenceParams } from './types';

/** The codes the screen adds to the platform's own: the platform wasn't reached, or answered with something unknown. */
export type ShownCode = ProblemCode | 'unreachable';

/** A refusal or failure told by the platform (RFC 9457), or the fact that it couldn't be reached. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ShownCode;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly params: SentenceParams;
  readonly fields: readonly FieldProblem[];
  /** For the person who reads the platform's log; null when no answer came. */
  readonly requestId: string | null;

  constructor(problem: Pick<Problem, 'status'> & Partial<Omit<Problem, 'code'>> & { code: ShownCode }) {
    super(problem.title ?? problem.code);
    this.code = problem.code;
    this.status = problem.status;
    this.params = problem.params ?? {};
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId ?? null;
  }

  /** The field problems by property name: `/name` becomes `name`, `/dataProduct/name` becomes `dataProduct.name`. */
  byField(): ReadonlyMap<string, FieldProblem> {
    return new Map(this.fields.map((field) => [field.pointer.slice(1).replaceAll('/', '.'), field]));
  }
}

/** True when `cause` is a ProblemError with one of `codes` (any code when none is given). */
export function isProblem(cause: unknown, ...codes: ShownCode[]): cause is ProblemError {
  return cause instanceof ProblemError && (codes.length === 0 || codes.includes(cause.code));
}

/** Whatever was thrown, as a problem that can be shown; what the platform didn't tell is a mistake of ours. */
export function asProblem(cause: unknown): ProblemError {
  if (cause instanceof ProblemError) return cause;
  return new ProblemError({
    code: 'internal',
    status: 0,
    title: cause instanceof Error ? cause.message : String(cause),
  });
}

const CODE_BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  412: 'stale',
  413: 'too_large',
  428: 'precondition_required',
  429: 'too_many_requests',
  507: 'storage_full',
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the problem out of an answer that isn't a success; falls back to the status when the body says nothing. */
export async function problemFrom(response: Response): Promise<ProblemError> {
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const body: unknown = await response.json().catch(() => null);
  if (isRecord(body) && typeof body['code'] === 'string') {
    return new ProblemError({ ...(body as unknown as Problem), status: response.status });
  }
  // A proxy in front of a server that is down answers by itself; for the reader that is "not reached".
  if (response.status === 502 || response.status === 503 || response.status === 504) {
    return new ProblemError({ code: 'unreachable', status: response.status, requestId });
  }
  return new ProblemError({ code: CODE_BY_STATUS[response.status] ?? 'internal', status: response.status, requestId });
}
