import type { ColumnNote } from '#/api/types';
import { useText } from '#/messages';

/** Why a column is stored in another way than it arrived, as a sentence. */
export function NoteText({ note }: { note: ColumnNote | null | undefined }) {
  const text = useText();
  return note == null ? null : text(`product.note.${note.code}`, { words: 'none', ...note.params });
}
