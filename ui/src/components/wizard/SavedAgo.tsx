import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLoader2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { asProblem } from '#/api/problem';
import { useProblemText } from '#/kit/problemText';
import { useText } from '#/messages';
import type { SaveState } from './draftSaver';
import classes from './Wizard.module.css';

/** Whole seconds since a moment, counted on while shown. */
function useSecondsSince(moment: Date | null): number {
  const [now, setNow] = useState(Date.now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new moment begins the counting anew
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === null ? 0 : Math.max(0, Math.floor((now - moment.getTime()) / 1000));
}

/** Whether what was typed is safe: the last acknowledged save, or why there is none. */
export function SavedAgo({ save, onRetry }: { save: SaveState; onRetry: () => void }) {
  const text = useText();
  const problemText = useProblemText();
  const seconds = useSecondsSince(save.savedAt);
  if (save.phase === 'untouched') return <span className={classes.saved}>{text('wizard.save.untouched')}</span>;
  if (save.phase === 'failed') {
    return (
      <span className={classes.saved} data-failed role="status">
        <IconAlertTriangle size={16} aria-hidden />
        <span>{text('wizard.save.failed', { reason: problemText(asProblem(save.error)).what })}</span>
        <Button size="compact-sm" variant="subtle" onClick={onRetry}>
          {text('wizard.save.retry')}
        </Button>
      </span>
    );
  }
  if (save.savedAt === null) {
    return (
      <span className={classes.saved}>
        <IconLoader2 size={16} aria-hidden />
        {text('wizard.save.saving')}
      </span>
    );
  }
  return (
    <span className={classes.saved} data-testid="saved">
      <IconCheck size={16} aria-hidden />
      {seconds < 60
        ? text('wizard.save.seconds', { seconds })
        : text('wizard.save.minutes', { minutes: Math.floor(seconds / 60) })}
    </span>
  );
}
