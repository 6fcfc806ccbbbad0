import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { openPalette } from '#/kit/commandWindow';
import { Keys } from '#/kit/Keys';
import { type MessageId, useText } from '#/messages';
import classes from './SearchButton.module.css';

interface SearchButtonProps {
  label: MessageId;
  /** The keys that do the same. */
  keys: string;
  large?: boolean;
}

/** The way to the palette for whoever doesn't know its keys, and the place where those are shown. */
export function SearchButton({ label, keys, large = false }: SearchButtonProps) {
  const text = useText();
  return (
    <UnstyledButton
      className={classes.root}
      data-large={large || undefined}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={openPalette}
    >
      <IconSearch size={large ? 20 : 16} aria-hidden />
      <span className={classes.label}>{text(label)}</span>
      <span className={classes.keys} aria-hidden>
        <Keys of={keys} />
      </span>
    </UnstyledButton>
  );
}
