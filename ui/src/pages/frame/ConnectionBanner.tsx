import { Button } from '@mantine/core';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { currentConnection, reconnectNow, watchConnection } from '#/api/invalidate';
import { useText } from '#/messages';
import classes from './ConnectionBanner.module.css';

const BACK_MS = 4000;

/** Tells that the workspace is out of reach, and for a moment that it is back; goes away by itself. */
export function ConnectionBanner() {
  const text = useText();
  const connection = useSyncExternalStore(watchConnection, currentConnection);
  const [back, setBack] = useState(false);
  const lost = useRef(false);
  useEffect(() => {
    const isBack = connection === 'open' && lost.current;
    lost.current = connection === 'lost';
    setBack(isBack);
    if (!isBack) return;
    const timer = setTimeout(() => setBack(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  return (
    <div role="status" className={classes.place}>
      {connection === 'lost' && (
        <div className={classes.root}>
          <IconPlugConnectedX size={20} aria-hidden />
          <span className={classes.text}>
            <strong>{text('frame.lost.title')}</strong> {text('frame.lost.body')}
          </span>
          <Button size="compact-md" variant="default" onClick={reconnectNow}>
            {text('frame.lost.retry')}
          </Button>
        </div>
      )}
      {back && (
        <p className={classes.root} data-back>
          <IconPlugConnected size={20} aria-hidden />
          {text('frame.lost.back')}
        </p>
      )}
    </div>
  );
}
