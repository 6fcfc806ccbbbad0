import type { Column } from '#/api/types';
import { useText } from '#/messages';
import { ColumnsFrame } from './ColumnsFrame';
import classes from './ColumnTable.module.css';
import { MarkChips } from './marks/MarkChips';
import { NoteText } from './NoteText';
import { TypeText } from './TypeText';

/** A product's columns as its contract tells them. */
export function ColumnTable({ columns }: { columns: readonly Column[] }) {
  const text = useText();
  return (
    <ColumnsFrame widths={['24%', '21%', '124px']} description="product.columns.description">
      {columns.map((column) => (
        <tr key={column.name}>
          <td className={classes.header}>
            <bdi>{column.businessName}</bdi>
          </td>
          <td className={classes.name}>{column.name}</td>
          <td className={classes.type}>
            <TypeText type={column.type} physicalType={column.physicalType} />
          </td>
          <td className={classes.description} dir="auto">
            {column.description === '' ? (
              <span className={classes.none}>{text('product.columns.noDescription')}</span>
            ) : (
              column.description
            )}
            <MarkChips marks={column.marks} />
            {column.note != null && column.note.code !== 'renamed' && (
              <span className={classes.note}>
                <NoteText note={column.note} />
              </span>
            )}
          </td>
        </tr>
      ))}
    </ColumnsFrame>
  );
}
