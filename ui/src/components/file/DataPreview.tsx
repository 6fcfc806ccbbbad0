import { IconInfoCircle } from '@tabler/icons-react';
import type { Preview } from '#/api/types';
import { NoteText } from '#/components/columns/NoteText';
import { type MessageId, Phrase, useText } from '#/messages';
import { DataGrid } from '#/table/DataGrid';
import classes from './File.module.css';

const delimiters: Readonly<Record<string, MessageId>> = {
  ',': 'product.delimiter.comma',
  ';': 'product.delimiter.semicolon',
  '\t': 'product.delimiter.tab',
  '|': 'product.delimiter.bar',
};

/** What a file was recognised as, in words. */
function Recognised({ preview }: { preview: Preview }) {
  const text = useText();
  const { delimiter, encoding, hasHeader } = preview.recognised;
  const parts: string[] = [text(`product.format.${preview.format}`)];
  if (delimiter !== undefined) {
    const known = delimiters[delimiter];
    parts.push(known === undefined ? text('product.delimiter.other', { delimiter }) : text(known));
  }
  if (encoding !== undefined) parts.push(text('product.file.encoding', { encoding: encoding.toUpperCase() }));
  if (hasHeader !== undefined) parts.push(text(hasHeader ? 'product.file.header' : 'product.file.noHeader'));
  parts.push(text('product.file.columns', { count: preview.columns.length }));
  if (preview.rowCount !== null) {
    const id = preview.rowCountIsExact ? 'product.file.rows' : 'product.file.rowsAbout';
    parts.push(text(id, { count: preview.rowCount }));
  }
  return (
    <ul className={classes.chips} aria-label={text('product.file.recognised')}>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}

interface DataPreviewProps {
  preview: Preview;
  markOf?: ((name: string) => string | undefined) | undefined;
}

/** The first rows of a file as they will be read, and what changes on the way. */
export function DataPreview({ preview, markOf }: DataPreviewProps) {
  const text = useText();
  const noted = preview.columns.filter(({ note }) => note != null && note.code !== 'renamed');
  return (
    <>
      <Recognised preview={preview} />
      {noted.length > 0 && (
        <ul className={classes.notes} aria-label={text('product.file.notes')}>
          {noted.slice(0, 6).map((column) => (
            <li key={column.name}>
              <IconInfoCircle size={16} aria-hidden />
              <span>
                <Phrase
                  id="product.file.note"
                  values={{
                    column: (
                      <strong key="column">
                        <bdi>{column.businessName}</bdi>
                      </strong>
                    ),
                    note: <NoteText key="note" note={column.note} />,
                  }}
                />
              </span>
            </li>
          ))}
          {noted.length > 6 && <li>{text('product.file.moreNotes', { count: noted.length - 6 })}</li>}
        </ul>
      )}
      <DataGrid
        label={text('product.file.preview', { count: preview.rows.length })}
        columns={preview.columns}
        rowCount={preview.rows.length}
        rowAt={(index) => preview.rows[index]}
        markOf={markOf}
        height={`min(${preview.rows.length * 32 + 66}px, max(260px, calc(100vh - 460px)))`}
      />
      <p className={classes.fileFacts} style={{ margin: 0 }}>
        {text('product.file.previewed', { count: preview.rows.length })}
      </p>
    </>
  );
}
