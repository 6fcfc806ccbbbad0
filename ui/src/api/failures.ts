import type { ShownCode } from './problem';

/*
 * The last things that went wrong in this window, for a report that somebody may save. Nothing that was typed, no name
 * and no id: where it happened is told by the shape of an address (`/api/v1/domains/{id}`), what happened by its code.
 */

export interface Failure {
  at: Date;
  /** What was asked, as `GET /api/v1/domains/{id}`; null for a mistake of the screen itself. */
  request: string | null;
  /** A problem's code, or the kind of a mistake of the screen. */
  code: ShownCode | string;
  status: number;
  /** Finds the request in the platform's log. */
  reference: string | null;
  /** Where in the program a mistake of the screen is: functions and lines, no values. */
  trace: readonly string[];
}

const KEPT = 10;
const TRACED = 6;
let failures: readonly Failure[] = [];

export function rememberFailure(failure: Failure): void {
  failures = [failure, ...failures].slice(0, KEPT);
}

/** The newest first. */
export function lastFailures(): readonly Failure[] {
  return failures;
}

/** The lines of a stack without its message, which may repeat what was typed, and without the address they came from. */
export function traceOf(cause: unknown): readonly string[] {
  if (!(cause instanceof Error) || cause.stack === undefined) return [];
  return cause.stack
    .split('\n')
    .filter((line) => /^\s*at |@/.test(line) && /:\d+:\d+\)?$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/[a-z]+:\/\/[^/\s)]*/g, '')
        .replace(/\?[^:\s)]*/g, ''),
    )
    .slice(0, TRACED);
}

/** Keeps a mistake of the screen itself. */
export function rememberMistake(cause: unknown): void {
  rememberFailure({
    at: new Date(),
    request: null,
    code: cause instanceof Error ? cause.name : typeof cause,
    status: 0,
    reference: null,
    trace: traceOf(cause),
  });
}

/** Keeps what nobody caught. */
export function watchMistakes(): void {
  window.addEventListener('error', ({ error }) => rememberMistake(error));
  window.addEventListener('unhandledrejection', ({ reason }) => rememberMistake(reason));
}
