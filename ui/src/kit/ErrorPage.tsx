import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem, type ShownCode } from '#/api/problem';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { EmptyPage } from './EmptyPage';
import { ButtonLink } from './links';
import { useProblemText } from './problemText';
import { SaveReport } from './SaveReport';

interface ErrorPageProps {
  /** Whatever was thrown. */
  cause: unknown;
  onRetry?: () => void;
  actions?: ReactNode;
  /** What was kept, below the sentences. */
  children?: ReactNode;
  compact?: boolean;
  level?: 1 | 2 | 3;
}

/** Asking once more gives the same answer: it isn't there, or not for this person. */
const CLOSED: ReadonlySet<ShownCode> = new Set(['not_found', 'forbidden', 'rows_need_grant']);
/** Nothing is wrong with the program, so there is nothing to report. */
const UNREPORTED: ReadonlySet<ShownCode> = new Set([...CLOSED, 'unreachable', 'unauthenticated', 'busy', 'conflict']);

/** What happened, what was kept and what to do next, for anything that was thrown. */
export function ErrorPage({ cause, onRetry, actions, children, compact, level }: ErrorPageProps) {
  const text = useText();
  const problem = asProblem(cause);
  const { what, kept, next } = useProblemText()(problem);
  const closed = CLOSED.has(problem.code);
  return (
    <div role="alert">
      <EmptyPage
        kind={closed ? 'closed' : 'failed'}
        title={what}
        compact={compact}
        level={level}
        actions={
          <>
            {closed && actions === undefined && <ButtonLink {...paths.home()}>{text('kit.home')}</ButtonLink>}
            {!closed && onRetry !== undefined && <Button onClick={onRetry}>{text('kit.retry')}</Button>}
            {actions}
            {!UNREPORTED.has(problem.code) && <SaveReport cause={cause} />}
          </>
        }
      >
        <p>{kept}</p>
        <p>{next}</p>
        {problem.requestId !== null && problem.code === 'internal' && (
          <p>
            <small>{text('problem.reference', { reference: problem.requestId.slice(0, 8) })}</small>
          </p>
        )}
      </EmptyPage>
      {children}
    </div>
  );
}
