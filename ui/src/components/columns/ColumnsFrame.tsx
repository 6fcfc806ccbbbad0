import type { ReactNode } from 'react';
import { type MessageId, useText } from '#/messages';
import classes from './ColumnTable.module.css';

interface ColumnsFrameProps {
  /** Of the first three columns; the descriptions take the rest. */
  widths: readonly [string, string, string];
  /** What the last column's head says. */
  description: MessageId;
  children: ReactNode;
}

/** The head that every table of columns has, whether its descriptions are read or typed. */
export function ColumnsFrame({ widths, description, children }: ColumnsFrameProps) {
  const text = useText();
  const heads = ['product.columns.header', 'product.columns.name', 'product.columns.type', description] as const;
  return (
    <table className={classes.table} aria-label={text('product.columns.table')}>
      <colgroup>
        {widths.map((width, index) => (
          <col key={heads[index]} style={{ width }} />
        ))}
        <col />
      </colgroup>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {text(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
