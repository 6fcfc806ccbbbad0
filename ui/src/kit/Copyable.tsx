import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useText } from '#/messages';
import classes from './Copyable.module.css';

/** A text to take along, such as a readable id or a location. `thing` completes "Copy …". */
export function Copyable({ value, thing }: { value: string; thing: string }) {
  const text = useText();
  return (
    <span className={classes.root}>
      <code className={classes.value} title={value}>
        {value}
      </code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? text('kit.copied') : text('kit.copyThing', { thing })}>
            <ActionIcon variant="subtle" size="md" onClick={copy} aria-label={text('kit.copyThing', { thing })}>
              {copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
