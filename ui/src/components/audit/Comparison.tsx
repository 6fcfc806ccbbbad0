import type { AuditItem } from '#/api/types';
import { formatCount } from '#/format/number';
import { formatMoment } from '#/format/time';
import { english, type MessageId, type TextOf, useText } from '#/messages';
import classes from './Audit.module.css';
import { compare, type FieldChange, type Shown } from './comparison';

/** "defaultClassification" → "Default classification": a field that has no words of its own yet. */
function spelledOut(code: string): string {
  const words = code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isKnown = (id: string): id is MessageId => Object.hasOwn(english, id);

function label(text: TextOf, { field, about }: FieldChange): string {
  const id = `audit.field.${field}`;
  return isKnown(id) ? text(id, { about }) : spelledOut(field);
}

function codeInWords(text: TextOf, field: string, code: string): string {
  const ids = [`frame.role.${code}`, `domain.kind.${code}.title`, `kit.lifecycle.${code}`];
  const id = field === 'role' ? ids[0] : field === 'kind' ? ids[1] : field === 'lifecycle' ? ids[2] : undefined;
  if (field === 'format') return code.toUpperCase();
  return id !== undefined && isKnown(id) ? text(id) : spelledOut(code);
}

function Value({ field, value }: { field: string; value: Shown | null }) {
  const text = useText();
  if (value === null) return <span className={classes.nothing}>{text('audit.change.none')}</span>;
  switch (value.is) {
    case 'text':
      return <bdi className={classes.text}>{value.text}</bdi>;
    case 'code':
      return codeInWords(text, field, value.code);
    case 'number':
      return formatCount(value.number);
    case 'truth':
      return text(value.truth ? 'audit.change.yes' : 'audit.change.no');
    case 'moment':
      return formatMoment(value.moment);
    case 'columns':
      return text('audit.change.columns', { count: value.count });
    case 'version':
      return text('audit.change.version', { number: value.number, rows: value.rows });
    case 'list':
      return (
        <ul className={classes.names}>
          {value.list.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      );
  }
}

/** Before and after, field by field, in words. */
export function Comparison({ item: { before, after } }: { item: AuditItem }) {
  const text = useText();
  const changes = compare(before, after);
  if (changes.length === 0) return <p className={classes.soft}>{text('audit.change.nothing')}</p>;
  const both = before !== null && after !== null;
  const caption = both ? 'caption' : after === null ? 'caption.removed' : 'caption.created';
  return (
    <table className={classes.comparison} data-both={both || undefined}>
      <caption className={classes.unseen}>{text(`audit.change.${caption}`)}</caption>
      <thead className={both ? undefined : classes.unseen}>
        <tr>
          <th scope="col">{text('audit.change.field')}</th>
          {both && <th scope="col">{text('audit.change.before')}</th>}
          <th scope="col">
            {text(both ? 'audit.change.after' : after === null ? 'audit.change.removed' : 'audit.change.value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={`${change.field} ${change.about ?? ''}`}>
            <th scope="row">{label(text, change)}</th>
            {both && (
              <td data-old>
                <Value field={change.field} value={change.before} />
              </td>
            )}
            <td>
              <Value field={change.field} value={after === null ? change.before : change.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
