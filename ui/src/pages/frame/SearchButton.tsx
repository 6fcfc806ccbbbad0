import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Keys } from '#/kit/Keys';
import { useText } from '#/messages';
import { openPalette } from '#/kit/commandWindow';
import classes from './SearchButton.module.css';

/** The way to the palette for whoever doesn't know its keys, and the place where those are shown. */
export function SearchButton() {
  const text = useText();
  return (
    <search>
      <UnstyledButton
        className={classes.root}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openPalette}
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes.label}>{text('frame.search.open')}</span>
        <span className={classes.keys} aria-hidden>
          <Keys of="mod+k" />
        </span>
      </UnstyledButton>
    </search>
  );
}
