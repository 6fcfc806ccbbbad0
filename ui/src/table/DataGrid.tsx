// biome-ignore-all lint/a11y/useSemanticElements: only a part of the table is on the page, which <table> can't say and a grid's row and column counts can
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell (aria-activedescendant)
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useEffect, useId, useMemo, useRef } from 'react';
import { formatCount } from '#/format/number';
import { useText } from '#/messages';
import { fillOf, type GridColumn, standsAtEnd } from './cell';
import classes from './DataGrid.module.css';
import { GridRow } from './GridRow';
import { useGridKeys } from './useGridKeys';

const ROW = 32;
const HEAD = 52;

interface DataGridProps {
  label: string;
  columns: readonly GridColumn[];
  rowCount: number;
  /** A row's values in column order; undefined while it is on its way. */
  rowAt: (index: number) => readonly (string | null)[] | undefined;
  /** Told when other rows come into view: [first, last]. */
  onVisible?: (first: number, last: number) => void;
  /** The first row's number as people count, when the grid shows a part. */
  firstNumber?: number;
  /** Height in CSS; by default as many rows as there are, up to a screenful. */
  height?: CSSProperties['height'];
  /** Rows by which the columns get their widths; the first ones where it isn't given. */
  sample?: readonly (readonly (string | null)[])[];
  /** Marks a column's heading, such as one that is new in this version. */
  markOf?: (name: string) => string | undefined;
}

/** Widths from what the first rows hold, so that most values fit and none takes over. */
function widthOf(
  column: GridColumn,
  sample: readonly (readonly (string | null)[] | undefined)[],
  index: number,
): number {
  const longest = sample.reduce((most, row) => Math.max(most, row?.[index]?.length ?? 0), 0);
  const characters = Math.max(column.businessName.length + 2, longest + (column.type === 'timestamp' ? 4 : 1), 9);
  return Math.min(320, Math.round(characters * 7.6) + 24);
}

/** Rows and columns of any size: only what is in view is on the page; one cell is active and moves by keys. */
export function DataGrid(props: DataGridProps) {
  const { label, columns, rowCount, rowAt, onVisible, firstNumber = 1, height, sample, markOf } = props;
  const text = useText();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const gutter = Math.max(52, formatCount(firstNumber + rowCount).length * 8 + 28);
  const first = rowAt(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: widths are settled by the first rows and must not jump afterwards
  const { widths, fills } = useMemo(() => {
    const rowsSeen = sample?.slice(0, 30) ?? Array.from({ length: Math.min(30, rowCount) }, (_, index) => rowAt(index));
    return {
      widths: columns.map((column, index) => widthOf(column, rowsSeen, index)),
      fills: columns.map((column, index) =>
        fillOf(
          column,
          rowsSeen.map((row) => row?.[index]),
        ),
      ),
    };
  }, [columns, first === undefined, rowCount]);

  const rows = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => widths[index] ?? 120,
    overscan: 3,
    paddingStart: gutter,
    scrollPaddingStart: gutter,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the widths are others
  useEffect(() => across.measure(), [widths]);

  const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 400) - HEAD) / ROW) - 1);
  const keys = useGridKeys(rowCount, columns.length, page, ({ row, column }) => {
    rows.scrollToIndex(row);
    across.scrollToIndex(column);
  });

  const move = useRef(keys.move);
  move.current = keys.move;
  const pick = useCallback((row: number, column: number) => move.current({ row, column }), []);

  const shownRows = rows.getVirtualItems();
  const shownColumns = across.getVirtualItems();
  const from = shownRows[0]?.index ?? 0;
  const to = shownRows.at(-1)?.index ?? 0;
  useEffect(() => onVisible?.(from, to), [onVisible, from, to]);

  const active = columns[keys.place.column];
  const activeValue = rowAt(keys.place.row)?.[keys.place.column];
  const activeId = `${id}-${keys.place.row}-${keys.place.column}`;
  const activeShown = shownRows.some(({ index }) => index === keys.place.row);
  const width = across.getTotalSize();

  return (
    <div className={classes.frame} style={{ maxWidth: width + 16 }}>
      <div
        ref={scroll}
        className={classes.scroll}
        style={{ height: height ?? Math.min(rowCount, 12) * ROW + HEAD + 14 }}
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-describedby={`${id}-help`}
        aria-activedescendant={activeShown ? activeId : undefined}
        tabIndex={0}
        onKeyDown={keys.onKeyDown}
      >
        <div className={classes.head} style={{ width }} role="row" aria-rowindex={1}>
          <span className={classes.corner} style={{ width: gutter }} aria-hidden />
          {shownColumns.map(({ index, start, size }) => {
            const column = columns[index];
            if (!column) return null;
            const mark = markOf?.(column.name);
            return (
              <div
                key={column.name}
                role="columnheader"
                aria-colindex={index + 1}
                className={classes.headCell}
                data-end={standsAtEnd(column) || undefined}
                data-tone={mark === undefined ? undefined : 'added'}
                style={{ left: start, width: size }}
                title={column.businessName}
              >
                <span className={classes.headName}>
                  <bdi>{column.businessName}</bdi>
                </span>
                <span className={classes.headType}>{mark ?? text(`table.type.${column.type}`)}</span>
              </div>
            );
          })}
        </div>
        <div role="presentation" style={{ height: rows.getTotalSize() - HEAD, width }}>
          {shownRows.map(({ index: row, start }) => {
            return (
              <GridRow
                key={row}
                gridId={id}
                index={row}
                start={start}
                width={width}
                gutter={gutter}
                number={firstNumber + row}
                columns={columns}
                shown={shownColumns}
                values={rowAt(row)}
                fills={fills}
                active={row === keys.place.row ? keys.place.column : null}
                onPick={pick}
              />
            );
          })}
        </div>
      </div>
      <div className={classes.foot}>
        <div className={classes.full}>
          {active && (
            <>
              <span className={classes.fullName}>
                <bdi>{active.businessName}</bdi>
                {': '}
              </span>
              {activeValue === null || activeValue === undefined ? (
                <span className={classes.null}>{text('table.nullHelp')}</span>
              ) : (
                <bdi>{activeValue}</bdi>
              )}
            </>
          )}
        </div>
        <span id={`${id}-help`} hidden>
          {text('table.grid.help')}
        </span>
      </div>
    </div>
  );
}
