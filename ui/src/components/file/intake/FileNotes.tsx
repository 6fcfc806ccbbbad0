import type { IntakeNote, Preview } from '#/api/types';
import { useText } from '#/messages';
import classes from './Intake.module.css';

/** What there is to say about the file itself: which part of it is read, and what of it is no value. */
export function FileNotes({ notes }: { notes: Preview['notes'] }) {
  const text = useText();
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes} aria-label={text('intake.notes')}>
      {notes.map((note) => (
        <li key={note.code}>{text(`intake.note.${note.code}`, valuesOf(note))}</li>
      ))}
    </ul>
  );
}

/** Numbers as such, so that the sentence can count. */
function valuesOf({ params }: IntakeNote): Record<string, string | number> {
  const counted = new Set(['count', 'sheets', 'lists']);
  const entries = Object.entries(params ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, counted.has(name) ? Number(value) : value]));
}
