import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useText } from '#/messages';
import classes from './Wizard.module.css';

/** Another window saved this draft in between: the person decides which one goes on. */
export function ConflictBar({ onMine, onTheirs }: { onMine: () => void; onTheirs: () => void }) {
  const text = useText();
  return (
    <div className={classes.conflict} role="alert">
      <IconArrowsSplit2 size={20} aria-hidden />
      <div className={classes.conflictText}>
        <strong>{text('wizard.conflict.title')}</strong>
        <span>{text('wizard.conflict.body')}</span>
      </div>
      <Button variant="default" onClick={onTheirs}>
        {text('wizard.conflict.theirs')}
      </Button>
      <Button onClick={onMine}>{text('wizard.conflict.mine')}</Button>
    </div>
  );
}
