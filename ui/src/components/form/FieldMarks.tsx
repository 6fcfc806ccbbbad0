import { useText } from '#/messages';
import { lengthOf } from './checks';
import classes from './Field.module.css';

interface FieldMarksProps {
  /** Filled in by Selvedge and not touched yet. */
  suggested?: boolean | undefined;
  value?: string | undefined;
  max?: number | undefined;
}

/** What stands at the right of a label: whether the value is a suggestion, and the count once it gets long. */
export function FieldMarks({ suggested = false, value, max }: FieldMarksProps) {
  const text = useText();
  const length = value === undefined ? 0 : lengthOf(value);
  const counted = max !== undefined && length > max * 0.7;
  if (!suggested && !counted) return null;
  return (
    <span className={classes.marks}>
      {suggested && <span className={classes.suggested}>{text('wizard.field.suggested')}</span>}
      {counted && (
        <span className={length > max ? classes.over : undefined}>{text('wizard.field.count', { length, max })}</span>
      )}
    </span>
  );
}
