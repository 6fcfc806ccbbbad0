import { type KeyboardEvent, memo, type ReactNode, useDeferredValue } from 'react';
import classes from './List.module.css';

export interface ListColumn<T> {
  key: string;
  header: string;
  cell: (item: T) => ReactNode;
  /** CSS width; the rest goes to columns without one. */
  width?: string;
  /** Numbers stand at the end. */
  end?: boolean;
  /** Gives way first where it is narrow. */
  optional?: boolean;
}

interface ListTableProps<T extends { id: string }> {
  label: string;
  items: readonly T[];
  columns: readonly ListColumn<T>[];
}

/** Rows that are drawn at once; those below what one sees may follow a moment later, without holding anything up. */
const AT_ONCE = 20;

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves between the rows' main links; Tab leaves the list's rows in their order as usual. */
function moveByArrows(event: KeyboardEvent<HTMLTableSectionElement>): void {
  const step = STEPS[event.key];
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-main]')];
  const here = links.indexOf(document.activeElement as HTMLElement);
  if (here === -1) return;
  const target =
    event.key === 'Home'
      ? links[0]
      : event.key === 'End'
        ? links.at(-1)
        : step === undefined
          ? undefined
          : links[here + step];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** A list of things, one row each; the row's main thing is a link marked `data-main`. Keep `columns` stable. */
export function ListTable<T extends { id: string }>({ label, items, columns }: ListTableProps<T>) {
  const drawn = useDeferredValue(items, items.slice(0, AT_ONCE));
  return (
    <div className={classes.list}>
      <table className={classes.table} aria-label={label}>
        <colgroup>
          {columns.map(({ key, width, optional }) => (
            <col key={key} style={{ width }} data-optional={optional || undefined} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, header, end, optional }) => (
              <th key={key} scope="col" data-end={end || undefined} data-optional={optional || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveByArrows}>
          {drawn.map((item) => (
            <Row key={item.id} item={item} columns={columns as readonly ListColumn<{ id: string }>[]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  item: { id: string };
  columns: readonly ListColumn<{ id: string }>[];
}

const Row = memo(function Row({ item, columns }: RowProps) {
  return (
    <tr>
      {columns.map(({ key, cell, end, optional }) => (
        <td key={key} data-end={end || undefined} data-optional={optional || undefined}>
          {cell(item)}
        </td>
      ))}
    </tr>
  );
});
