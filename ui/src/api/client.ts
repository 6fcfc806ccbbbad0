import createClient from 'openapi-fetch';
import { host } from '#/host';
import type { paths } from './generated/schema';
import { rememberFailure } from './failures';
import { ProblemError, problemFrom } from './problem';

/** Sends a request; that no answer came is told as `unreachable`, and only here, where it can be known. */
async function send(request: Request): Promise<Response> {
  try {
    return await host.transport(request);
  } catch (cause) {
    if (cause instanceof TypeError) throw new ProblemError({ code: 'unreachable', status: 0, title: cause.message });
    throw cause;
  }
}

/** The typed client of the platform's API, generated from its OpenAPI document. */
export const client = createClient<paths>({ baseUrl: location.origin, fetch: send });

/** Refusals that belong to ordinary work: nothing is wrong with the program. */
const ORDINARY: ReadonlySet<number> = new Set([401, 403, 404, 409, 412, 422]);

client.use({
  async onResponse({ request, response, schemaPath }) {
    if (response.ok || ORDINARY.has(response.status)) return;
    const { code, status, requestId } = await problemFrom(response.clone());
    const asked = `${request.method} ${schemaPath}`;
    rememberFailure({ at: new Date(), request: asked, code, status, reference: requestId, trace: [] });
  },
  onError({ request, error, schemaPath }) {
    if (!(error instanceof ProblemError)) return;
    const asked = `${request.method} ${schemaPath}`;
    rememberFailure({ at: new Date(), request: asked, code: error.code, status: 0, reference: null, trace: [] });
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body, or the ProblemError it tells. Body-less answers give undefined. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
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
  // Unlike randomUUID, this is there on a page that came over plain HTTP too.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
