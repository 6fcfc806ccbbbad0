import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { host } from '#/host';
import { useText } from '#/messages';
import classes from './File.module.css';
import type { HeldFile } from './useFileUpload';

interface FileChoiceProps {
  /** Said on the button. */
  label: string;
  onFile: (file: File) => void;
  onHeld: (file: HeldFile) => void;
  variant?: 'filled' | 'default';
  /** The element id under which a summary of issues finds this. */
  id?: string;
  icon?: ReactNode;
}

/** Chooses a file: with the machine's own dialog where the host has one, else with the browser's. */
export function FileChoice({ label, onFile, onHeld, variant = 'filled', id, icon }: FileChoiceProps) {
  const text = useText();
  const own = useId();
  const symbol = icon ?? <IconFolderOpen size={20} aria-hidden />;
  const inputId = id ?? own;
  const pick = async () => {
    const file = await host.pickFile();
    if (file) onHeld({ id: file.uploadId, fileName: file.fileName ?? '' });
  };
  if (host.canPickFiles) {
    return (
      <>
        <Button id={inputId} variant={variant} size="md" leftSection={symbol} onClick={() => void pick()}>
          {label}
        </Button>
        {/* Programs that drive a window can't open its dialog; they give the file here. */}
        <input
          className={classes.input}
          type="file"
          tabIndex={-1}
          aria-label={text('product.file.choose')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            event.currentTarget.value = '';
          }}
        />
      </>
    );
  }
  return (
    <>
      <input
        id={inputId}
        className={classes.input}
        type="file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
          // The same file chosen again is a new choice.
          event.currentTarget.value = '';
        }}
      />
      {variant === 'filled' ? (
        <label className={classes.button} htmlFor={inputId}>
          {symbol}
          {label}
        </label>
      ) : (
        <Button component="label" htmlFor={inputId} variant="default">
          {label}
        </Button>
      )}
    </>
  );
}
