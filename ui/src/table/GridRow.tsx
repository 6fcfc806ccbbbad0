import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import { formatCount } from '#/format/number';
import { useText } from '#/messages';
import { cellText, type GridColumn, standsAtEnd } from './cell';
import classes from './DataGrid.module.css';

interface GridRowProps {
  gridId: string;
  index: number;
  /** Pixels from the top of the grid. */
  start: number;
  width: number;
  gutter: number;
  /** The row's number as people count. */
  number: number;
  columns: readonly GridColumn[];
  /** The columns in view. */
  shown: readonly VirtualItem[];
  values: readonly (string | null)[] | undefined;
  /** Digits after the point by column, see `fillOf`. */
  fills: readonly number[];
  /** The active cell's column, where it is in this row. */
  active: number | null;
  onPick: (row: number, column: number) => void;
}

/** One row of a grid; drawn anew only when something of it has changed, which scrolling doesn't. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { gridId, index: row, start, width, gutter, number, columns, shown, values, fills, active, onPick } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see DataGrid
    // biome-ignore lint/a11y/useFocusableInteractive: see DataGrid
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes.row}
      style={{ transform: `translateY(${start}px)`, width }}
    >
      <span className={classes.number} style={{ width: gutter }} aria-hidden>
        {formatCount(number)}
      </span>
      {shown.map(({ index, start: left, size }) => {
        const column = columns[index];
        if (!column) return null;
        const value = values?.[index];
        return (
          // biome-ignore lint/a11y/useSemanticElements: see DataGrid
          // biome-ignore lint/a11y/useFocusableInteractive: see DataGrid
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the grid's own
          <div
            key={column.name}
            id={`${gridId}-${row}-${index}`}
            role="gridcell"
            aria-colindex={index + 1}
            aria-selected={index === active}
            className={classes.cell}
            data-end={standsAtEnd(column) || undefined}
            data-active={index === active || undefined}
            style={{ left, width: size }}
            title={value ?? undefined}
            onClick={() => onPick(row, index)}
          >
            <CellValue column={column} value={value} fill={fills[index]} />
          </div>
        );
      })}
    </div>
  );
});

interface CellValueProps {
  column: GridColumn;
  value: string | null | undefined;
  fill: number | undefined;
}

function CellValue({ column, value, fill }: CellValueProps) {
  const text = useText();
  if (value === undefined) return null;
  if (value === null) return <span className={classes.null}>{text('table.null')}</span>;
  if (value.trim() === '') return <span className={classes.null}>{text('table.blank')}</span>;
  return <bdi>{cellText(column, value, text, fill)}</bdi>;
}
