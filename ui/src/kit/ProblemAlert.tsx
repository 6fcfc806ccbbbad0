import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { asProblem } from '#/api/problem';
import { useText } from '#/messages';
import { useProblemText } from './problemText';

/** A failure told inside a form or a page that goes on being useful. */
export function ProblemAlert({ cause, onRetry }: { cause: unknown; onRetry?: () => void }) {
  const text = useText();
  const { what, kept, next } = useProblemText()(asProblem(cause));
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} title={what}>
      {kept} {next}
      {onRetry !== undefined && (
        <div>
          <Button size="xs" variant="default" mt="xs" onClick={onRetry}>
            {text('kit.retry')}
          </Button>
        </div>
      )}
    </Alert>
  );
}
