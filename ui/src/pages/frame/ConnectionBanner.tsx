import { IconPlugConnectedX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { currentConnection, watchConnection } from '#/api/invalidate';
import { useText } from '#/messages';
import classes from './ConnectionBanner.module.css';

/** Tells that the workspace is out of reach, and goes away by itself when it is back. */
export function ConnectionBanner() {
  const text = useText();
  const connection = useSyncExternalStore(watchConnection, currentConnection);
  return (
    <div role="status">
      {connection === 'lost' && (
        <p className={classes.root}>
          <IconPlugConnectedX size={20} aria-hidden />
          <span>
            <strong>{text('frame.lost.title')}</strong> {text('frame.lost.body')}
          </span>
        </p>
      )}
    </div>
  );
}
