import { type KeyboardEvent, useState } from 'react';

export interface GridPlace {
  row: number;
  column: number;
}

/** The active cell of a grid and how the keys move it (ARIA grid pattern). */
export function useGridKeys(rows: number, columns: number, page: number, onMove: (place: GridPlace) => void) {
  const [wanted, setWanted] = useState<GridPlace>({ row: 0, column: 0 });
  const within = ({ row, column }: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  const place = within(wanted);
  const move = (to: GridPlace) => {
    const next = within(to);
    setWanted(next);
    onMove(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { row, column } = place;
    const far = event.ctrlKey || event.metaKey;
    const targets: Readonly<Record<string, GridPlace>> = {
      ArrowDown: { row: far ? rows - 1 : row + 1, column },
      ArrowUp: { row: far ? 0 : row - 1, column },
      ArrowRight: { row, column: far ? columns - 1 : column + 1 },
      ArrowLeft: { row, column: far ? 0 : column - 1 },
      PageDown: { row: row + page, column },
      PageUp: { row: row - page, column },
      Home: { row: far ? 0 : row, column: 0 },
      End: { row: far ? rows - 1 : row, column: columns - 1 },
    };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.shiftKey) return;
    event.preventDefault();
    move(target);
  };
  return { place, move, onKeyDown };
}
