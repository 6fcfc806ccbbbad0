import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '#/kit/Panel';
import { useText } from '#/messages';
import classes from './BackUp.module.css';
import { BackUpProgress } from './BackUpProgress';
import { SealBackup } from './SealBackup';

/** The whole workspace in one sealed file. */
export function BackUp() {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const [backup, setBackup] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const ask = () => {
    setSaved(null);
    setAsking(true);
  };
  return (
    <Panel
      id="backup"
      title={text('workspace.backup')}
      lead={text('workspace.backup.lead')}
      actions={
        backup === null && (
          <Button variant="default" onClick={ask}>
            {text('workspace.backup.begin')}
          </Button>
        )
      }
    >
      {backup !== null && (
        <BackUpProgress
          id={backup}
          onEnd={(fileName) => {
            setBackup(null);
            setSaved(fileName);
          }}
        />
      )}
      {saved !== null && (
        <p className={classes.saved} role="status">
          <IconCheck size={20} aria-hidden />
          <span>{text('workspace.backup.saved', { fileName: saved })}</span>
        </p>
      )}
      <SealBackup
        opened={asking}
        onClose={() => setAsking(false)}
        onBegun={(id) => {
          setAsking(false);
          setBackup(id);
        }}
      />
    </Panel>
  );
}
