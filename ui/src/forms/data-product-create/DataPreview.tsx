import { IconInfoCircle } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Preview, PreviewColumn } from '#/api/types';
import { NoteText } from '#/components/columns/NoteText';
import classes from '#/components/file/File.module.css';
import { Phrase, useText } from '#/messages';
import { DataGrid } from '#/table/DataGrid';

/** Columns named in one sentence before the rest is only counted. */
const MOST_NAMED = 5;
const SEPARATOR = ', ';
/** What stands above and below the grid, so that a step fits the window; in pixels. */
const AROUND_GRID = 500;
const NOTE_HEIGHT = 30;
/** With more notes than these the page may scroll: rows are worth more. */
const MOST_NOTES = 3;

/** Columns that are stored in another way than they arrive, by the reason. */
function byNote(columns: readonly PreviewColumn[]): ReadonlyMap<string, readonly PreviewColumn[]> {
  const groups = new Map<string, PreviewColumn[]>();
  for (const column of columns) {
    if (column.note == null || column.note.code === 'renamed') continue;
    const group = groups.get(column.note.code);
    if (group) group.push(column);
    else groups.set(column.note.code, [column]);
  }
  return groups;
}

/** What happens to these columns, all for the same reason. */
function NoteOf({ columns }: { columns: readonly PreviewColumn[] }) {
  const names = columns.slice(0, MOST_NAMED).map(({ name, businessName }, index) => (
    <Fragment key={name}>
      {index > 0 && SEPARATOR}
      <strong>
        <bdi>{businessName}</bdi>
      </strong>
    </Fragment>
  ));
  return (
    <li>
      <IconInfoCircle size={16} aria-hidden />
      <span>
        <Phrase
          id="product.file.note"
          values={{
            columns: <Fragment key="columns">{names}</Fragment>,
            more: columns.length - names.length,
            note: <NoteText key="note" note={columns[0]?.note} />,
          }}
        />
      </span>
    </li>
  );
}

interface DataPreviewProps {
  preview: Preview;
  markOf?: ((name: string) => string | undefined) | undefined;
}

/** The first rows of a file as they will be read, and what changes on the way. */
export function DataPreview({ preview, markOf }: DataPreviewProps) {
  const text = useText();
  const noted = byNote(preview.columns);
  const around = AROUND_GRID + Math.min(noted.size, MOST_NOTES) * NOTE_HEIGHT;
  return (
    <>
      {noted.size > 0 && (
        <ul className={classes.notes} aria-label={text('product.file.notes')}>
          {[...noted.values()].map((group) => (
            <NoteOf key={group[0]?.note?.code} columns={group} />
          ))}
        </ul>
      )}
      <DataGrid
        label={text('product.file.preview', { count: preview.rows.length })}
        columns={preview.columns}
        rowCount={preview.rows.length}
        rowAt={(index) => preview.rows[index]}
        markOf={markOf}
        height={`min(${preview.rows.length * 32 + 66}px, max(260px, calc(100vh - ${around}px)))`}
      />
      <p className={classes.fileFacts} style={{ margin: 0 }}>
        {text('product.file.previewed', { count: preview.rows.length })}
      </p>
    </>
  );
}
