import { useEffect, useRef } from 'react';
import { Keys } from '#/kit/Keys';
import type { Entry } from './entries';
import classes from './Palette.module.css';

interface PaletteOptionProps {
  id: string;
  entry: Entry;
  selected: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One line of the palette. The focus stays in the field; the line is only pointed at. */
export function PaletteOption({ id, entry, selected, onPoint, onChoose }: PaletteOptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const { icon: Icon, name, about, why, keys, shown } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys for all lines
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={classes.option}
      data-selected={selected || undefined}
      onMouseMove={() => {
        if (!selected) onPoint();
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {shown ?? (
        <>
          <Icon size={20} stroke={1.75} className={classes.icon} aria-hidden />
          <span className={classes.text}>
            <bdi className={classes.name}>{name}</bdi>
            {about !== undefined && <span className={classes.about}>{about}</span>}
          </span>
          {why !== undefined && <span className={classes.why}>{why}</span>}
          {keys !== undefined && (
            <span aria-hidden>
              <Keys of={keys} />
            </span>
          )}
        </>
      )}
    </div>
  );
}
