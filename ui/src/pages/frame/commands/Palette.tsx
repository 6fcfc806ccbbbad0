import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { asProblem } from '#/api/problem';
import { Keys } from '#/kit/Keys';
import { useProblemText } from '#/kit/problemText';
import { useText } from '#/messages';
import type { Entry } from './entries';
import { closeOpened, useOpened } from '#/kit/commandWindow';
import classes from './Palette.module.css';
import { PaletteOption } from './PaletteOption';
import { usePalette } from './usePalette';

/** Everywhere one can go and everything one can do, by typing. */
export function Palette() {
  const text = useText();
  const opened = useOpened() === 'palette';
  /** What had the focus, to give it back when nothing else took it. */
  const before = useRef<Element | null>(null);
  const wasOpened = useRef(false);
  if (opened && !wasOpened.current) before.current = document.activeElement;
  wasOpened.current = opened;
  const giveBack = () => {
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <Modal.Root
      opened={opened}
      onClose={() => {
        closeOpened();
        giveBack();
      }}
      returnFocus={false}
      size={640}
      yOffset="max(16px, 10vh)"
      // At once: who types on while it opens must not lose a key.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={text('frame.palette.title')} className={classes.window}>
        <PaletteBody onStay={giveBack} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onStay }: { onStay: () => void }) {
  const text = useText();
  const problemText = useProblemText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  /** Enter was pressed before the answer came: the first that comes is chosen. */
  const [hurried, setHurried] = useState(false);
  const { groups, asking, failed, missed } = usePalette(typed);
  const entries = groups.flatMap((group) => group.entries);
  const selected = entries.find((entry) => entry.id === selectedId) ?? entries[0];
  const optionId = (entry: Entry) => `${id}-${entry.id}`;

  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);

  function choose(entry: Entry) {
    closeOpened();
    // Before it acts: what it opens may take the focus in turn.
    if (entry.stays === true) onStay();
    entry.choose();
  }

  useEffect(() => {
    if (!hurried || asking) return;
    setHurried(false);
    if (entries[0] !== undefined && !missed) choose(entries[0]);
  });

  function move(by: number) {
    const at = selected === undefined ? -1 : entries.indexOf(selected);
    const next = entries[(at + by + entries.length) % entries.length];
    setHurried(false);
    if (next !== undefined) setSelectedId(next.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    // A word that is still being composed isn't typed yet.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      const fromCatalogue = selectedId === null && groups[0]?.id !== 'commands';
      if (asking && fromCatalogue) setHurried(true);
      else if (selected !== undefined) choose(selected);
    }
  }

  const problem = failed === null ? null : problemText(asProblem(failed));
  return (
    <Modal.Body className={classes.body}>
      <div className={classes.field}>
        <IconSearch size={20} aria-hidden />
        <input
          ref={field}
          className={classes.input}
          type="text"
          role="combobox"
          aria-label={text('frame.palette.label')}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={selected === undefined ? undefined : optionId(selected)}
          placeholder={text('frame.palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setSelectedId(null);
            setHurried(false);
          }}
          onKeyDown={onKeyDown}
        />
        <Keys of="Escape" />
      </div>
      <div role="status">
        {problem !== null && (
          <p className={classes.told}>
            <strong>{problem.what}</strong> {problem.next}
          </p>
        )}
        {missed && (
          <p className={classes.told}>
            <strong>{text('frame.search.none', { q: typed.trim() })}</strong> {text('frame.palette.none')}
          </p>
        )}
        {asking && entries.length === 0 && <p className={classes.told}>{text('frame.palette.asking')}</p>}
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={text('frame.search.hits')} className={classes.scroll}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a list's options is no fieldset
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}-title`}>
            <div id={`${id}-${group.id}-title`} className={classes.title}>
              {group.title}
            </div>
            {group.entries.map((entry) => (
              <PaletteOption
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                selected={entry === selected}
                onPoint={() => setSelectedId(entry.id)}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={classes.foot} aria-hidden>
        <span className={classes.hint}>
          <Keys of="ArrowUp" />
          <Keys of="ArrowDown" />
          {text('frame.palette.move')}
        </span>
        <span className={classes.hint}>
          <Keys of="Enter" />
          {text('frame.palette.choose')}
        </span>
      </div>
    </Modal.Body>
  );
}
