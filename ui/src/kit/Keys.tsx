import { Fragment } from 'react';
import { type MessageId, useText } from '#/messages';
import classes from './Keys.module.css';

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

const NAMED: Readonly<Record<string, MessageId>> = {
  mod: onMac ? 'kit.key.command' : 'kit.key.control',
  Shift: 'kit.key.shift',
  Enter: 'kit.key.enter',
  Escape: 'kit.key.escape',
  ArrowUp: 'kit.key.up',
  ArrowDown: 'kit.key.down',
};

/** Keys to press: together when joined by `+`, one after the other when apart: `mod+k`, `g h`. */
export function Keys({ of }: { of: string }) {
  const text = useText();
  const shown = (key: string) => {
    const named = NAMED[key];
    return named === undefined ? key.toLocaleUpperCase() : text(named);
  };
  return (
    <span className={classes.root}>
      {of.split(' ').map((chord, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of a chord stand where they stand
        <Fragment key={index}>
          {index > 0 && <span className={classes.then}>{text('kit.key.then')}</span>}
          {chord.split('+').map((key) => (
            <kbd key={key} className={classes.key}>
              {shown(key)}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
