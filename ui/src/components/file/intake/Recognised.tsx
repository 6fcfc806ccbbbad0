import type { Preview } from '#/api/types';
import classes from '#/components/file/File.module.css';
import { type MessageId, useText } from '#/messages';

const delimiters: Readonly<Record<string, MessageId>> = {
  ',': 'product.delimiter.comma',
  ';': 'product.delimiter.semicolon',
  '\t': 'product.delimiter.tab',
  '|': 'product.delimiter.bar',
};

/** How a file was read, in words. */
export function Recognised({ preview }: { preview: Preview }) {
  const text = useText();
  const { delimiter, encoding, hasHeader, skippedLines, numbers } = preview.intake;
  const parts: string[] = [text(`product.format.${preview.format}`)];
  if (delimiter != null) {
    const known = delimiters[delimiter];
    parts.push(known === undefined ? text('product.delimiter.other', { delimiter }) : text(known));
  }
  if (encoding != null)
    parts.push(text('product.file.encoding', { encoding: text(`product.intake.encoding.${encoding}`) }));
  if (skippedLines != null && skippedLines > 0) parts.push(text('product.file.skipped', { count: skippedLines }));
  if (hasHeader != null) parts.push(text(hasHeader ? 'product.file.header' : 'product.file.noHeader'));
  if (numbers === 'comma') parts.push(text('product.file.decimalComma'));
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
