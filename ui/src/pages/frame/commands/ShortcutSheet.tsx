import { Modal, Switch } from '@mantine/core';
import { Fragment } from 'react';
import { Keys } from '#/kit/Keys';
import { type MessageId, useText } from '#/messages';
import { actions } from './actions';
import { closeOpened, useOpened } from '#/kit/commandWindow';
import { placesOf } from './places';
import classes from './ShortcutSheet.module.css';
import { useTools } from './useTools';

interface Line {
  /** Each of them does it. */
  keys: readonly string[];
  label: MessageId;
}

/** Keys that other rooms hear, so that one sheet tells them all. */
const ELSEWHERE: readonly Line[] = [
  { keys: ['mod+Enter'], label: 'frame.keys.goOn' },
  { keys: ['Enter'], label: 'frame.keys.down' },
  { keys: ['Shift+Enter'], label: 'frame.keys.up' },
];

interface ShortcutSheetProps {
  /** Whether keys without Ctrl or ⌘ do anything. */
  single: boolean;
  onSingle: (on: boolean) => void;
}

/** Every shortcut there is for this person, made of the tables that the keys obey. */
export function ShortcutSheet({ single, onSingle }: ShortcutSheetProps) {
  const text = useText();
  const opened = useOpened() === 'shortcuts';
  const { here, mayRun } = useTools();
  const everywhere: Line[] = [
    { keys: ['mod+k', '/'], label: 'frame.keys.palette' },
    ...(here.session.can.seeCatalog ? [{ keys: ['n'], label: 'frame.keys.new' as const }] : []),
    ...actions.filter(mayRun).flatMap(({ key, label }) => (key === undefined ? [] : [{ keys: [key], label }])),
    { keys: ['Escape'], label: 'frame.keys.close' },
  ];
  const going = placesOf(here.session).flatMap(({ key, label }) =>
    key === undefined ? [] : [{ keys: [`g ${key}`], label }],
  );
  const parts: readonly [MessageId, readonly Line[]][] = [
    ['frame.keys.everywhere', everywhere],
    ['frame.keys.wizards', ELSEWHERE],
    ['frame.palette.go', going],
  ];
  return (
    <Modal
      opened={opened}
      onClose={closeOpened}
      title={text('frame.do.shortcuts')}
      size={760}
      // Gone at once, so that the next key is heard.
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      <div className={classes.parts}>
        {parts.map(([title, lines]) => (
          <section key={title} aria-labelledby={title} className={classes.part}>
            <h3 id={title} className={classes.title}>
              {text(title)}
            </h3>
            <dl className={classes.list}>
              {lines.map(({ keys, label }) => (
                <div key={label} className={classes.line}>
                  <dt>{text(label)}</dt>
                  <dd>
                    {keys.map((key, index) => (
                      <Fragment key={key}>
                        {index > 0 && <span className={classes.or}>{text('frame.keys.or')}</span>}
                        <Keys of={key} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        className={classes.single}
        checked={single}
        onChange={(event) => onSingle(event.currentTarget.checked)}
        label={text('frame.keys.single')}
        description={text('frame.keys.single.about')}
      />
    </Modal>
  );
}
