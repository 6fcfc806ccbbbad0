import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { asProblem, isProblem } from '#/api/problem';
import { useProblemText } from '#/kit/problemText';
import { FrayedWeave } from '#/kit/weave/FrayedWeave';
import { Phrase, useText } from '#/messages';
import classes from './File.module.css';

interface FileProblemProps {
  fileName: string;
  cause: unknown;
  onRetry: () => void;
  /** The button that chooses another file. */
  choose: ReactNode;
}

/** A file that can't be used: why, what was kept, and what to do with it. */
export function FileProblem({ fileName, cause, onRetry, choose }: FileProblemProps) {
  const text = useText();
  const { what, kept, next } = useProblemText()(asProblem(cause));
  // Reading the same bytes again helps only where the reading was at fault.
  const retry = isProblem(cause, 'unreachable', 'busy', 'worker_failed', 'worker_timeout', 'stopped', 'internal');
  return (
    <div className={classes.problem} role="alert">
      <div className={classes.problemPicture} aria-hidden>
        <FrayedWeave />
      </div>
      <div>
        <h2>
          <IconAlertTriangle size={20} aria-hidden />
          {what}
        </h2>
        {fileName !== '' && (
          <p>
            <Phrase id="product.file.chosen" values={{ file: <bdi key="file">{fileName}</bdi> }} />
          </p>
        )}
        <p>{kept}</p>
        <p>{next}</p>
        <div style={{ display: 'flex', gap: 8, marginTop: 16 }}>
          {choose}
          {retry && (
            <Button variant="default" size="md" onClick={onRetry}>
              {text('kit.retry')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
