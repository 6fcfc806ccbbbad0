import type { Failure } from '#/api/failures';
import type { ProblemError } from '#/api/problem';
import type { TextOf } from '#/messages';

export interface Reported {
  at: Date;
  /** The program's version; null when it couldn't be asked. */
  version: string | null;
  host: 'browser' | 'desktop';
  /** The engine that shows the pages. */
  engine: string;
  /** The shape of the page's address, without the readable ids in it. */
  page: string;
  problem: ProblemError;
  trace: readonly string[];
  failures: readonly Failure[];
}

/** The report as text: everything in it can be read before it is saved, and nothing in it is anybody's data. */
export function reportText(text: TextOf, reported: Reported): string {
  const { at, version, host, engine, page, problem, trace, failures } = reported;
  const none = text('kit.report.none');
  const line = (name: string, value: string) => `${name}: ${value}`;
  const coded = (code: string, status: number) => (status === 0 ? code : `${code} (${status})`);
  const told = failures.flatMap((failure) => {
    const asked = failure.request ?? text('kit.report.screen');
    const facts = [failure.at.toISOString(), asked, coded(failure.code, failure.status), failure.reference ?? ''];
    return [`- ${facts.join('  ').trimEnd()}`, ...failure.trace.map((step) => `    ${step}`)];
  });
  const shownBy = [text(`kit.report.host.${host}`), engine].join(', ');
  return [
    text('kit.report.heading'),
    '',
    line(text('kit.report.time'), at.toISOString()),
    line(text('kit.report.version'), version ?? none),
    line(text('kit.report.shownBy'), shownBy),
    line(text('kit.report.page'), page),
    line(text('kit.report.code'), coded(problem.code, problem.status)),
    line(text('kit.report.reference'), problem.requestId ?? none),
    ...(trace.length > 0 ? ['', text('kit.report.trace'), ...trace.map((step) => `    ${step}`)] : []),
    '',
    text('kit.report.failures'),
    ...(told.length > 0 ? told : [none]),
    '',
  ].join('\n');
}
