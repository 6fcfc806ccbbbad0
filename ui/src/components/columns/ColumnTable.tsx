import type { Column } from '#/api/types';
import { useText } from '#/messages';
import classes from './ColumnTable.module.css';
import { NoteText } from './NoteText';
import { TypeText } from './TypeText';

/** A product's columns as its contract tells them. */
export function ColumnTable({ columns }: { columns: readonly Column[] }) {
  const text = useText();
  return (
    <table className={classes.table} aria-label={text('product.columns.table')}>
      <colgroup>
        <col style={{ width: '24%' }} />
        <col style={{ width: '21%' }} />
        <col style={{ width: '124px' }} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{text('product.columns.header')}</th>
          <th scope="col">{text('product.columns.name')}</th>
          <th scope="col">{text('product.columns.type')}</th>
          <th scope="col">{text('product.columns.description')}</th>
        </tr>
      </thead>
      <tbody>
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
              {column.note != null && column.note.code !== 'renamed' && (
                <span className={classes.note}>
                  <NoteText note={column.note} />
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
