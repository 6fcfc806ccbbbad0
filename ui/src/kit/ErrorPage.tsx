import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { asProblem } from '#/api/problem';
import { useText } from '#/messages';
import { EmptyPage } from './EmptyPage';
import { useProblemText } from './problemText';
import { FrayedWeave } from './weave/FrayedWeave';

interface ErrorPageProps {
  /** Whatever was thrown. */
  cause: unknown;
  onRetry?: () => void;
  actions?: ReactNode;
  compact?: boolean;
  level?: 1 | 2 | 3;
}

/** What happened, what was kept and what to do next, for anything that was thrown. */
export function ErrorPage({ cause, onRetry, actions, compact, level }: ErrorPageProps) {
  const text = useText();
  const problem = asProblem(cause);
  const { what, kept, next } = useProblemText()(problem);
  return (
    <div role="alert">
      <EmptyPage
        picture={<FrayedWeave />}
        title={what}
        compact={compact}
        level={level}
        actions={
          <>
            {onRetry !== undefined && <Button onClick={onRetry}>{text('kit.retry')}</Button>}
            {actions}
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
    </div>
  );
}
