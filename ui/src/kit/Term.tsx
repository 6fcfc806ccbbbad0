import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { type MessageId, useText } from '#/messages';
import classes from './Term.module.css';

/** A word of the mesh, explained on hover, focus and touch. Use it once per page, where the word first stands. */
export function Term({ means, children }: { means: MessageId; children: ReactNode }) {
  const text = useText();
  return (
    <Tooltip label={text(means)} multiline w={320} events={{ hover: true, focus: true, touch: true }}>
      <dfn
        className={classes.root}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard
        tabIndex={0}
      >
        {children}
      </dfn>
    </Tooltip>
  );
}
