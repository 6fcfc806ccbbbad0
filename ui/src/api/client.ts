import createClient from 'openapi-fetch';
import { host } from '#/host';
import type { paths } from './generated/schema';
import { asProblem, ProblemError, problemFrom } from './problem';

/** The typed client of the platform's API, generated from its OpenAPI document. */
export const client = createClient<paths>({
  baseUrl: location.origin,
  fetch: host.transport,
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body, or the ProblemError it tells. Body-less answers give undefined. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw asProblem(cause);
  });
  if (response.ok) return data as T;
  // openapi-fetch has already read the body, so the problem is made of what it parsed.
  throw await problemFrom(
    new Response(JSON.stringify(error ?? null), { status: response.status, headers: response.headers }),
  );
}

/** The value of `If-Match` for a thing at this revision. */
export function ifMatch(revision: number): string {
  return `"${revision}"`;
}

/** The value of `Idempotency-Key`: make one per intent and reuse it when the same intent is tried again. */
export function newIntent(): string {
  return crypto.randomUUID();
}

export { ProblemError };
