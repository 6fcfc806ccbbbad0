import { type KeyboardEvent, memo, useCallback, useMemo, useState } from 'react';
import type { ColumnMarks, LookReason, PreviewColumn } from '#/api/types';
import type { FieldIssue } from '#/components/form/formState';
import { fieldId } from '#/components/form/issues';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import { ColumnsFrame } from './ColumnsFrame';
import classes from './ColumnTable.module.css';
import { MarkChips } from './marks/MarkChips';
import { MarksEditor } from './marks/MarksEditor';
import { NoteText } from './NoteText';
import { TypeText } from './TypeText';

/** What the owner says of a column. */
export interface DescribedColumn {
  name: string;
  businessName: string;
  description: string;
  /** What is said of it beside its words. */
  marks: ColumnMarks;
  /** Why it has to be looked at. */
  look: readonly LookReason[];
}

interface DescribeColumnsProps {
  /** What is known of each column by its name in the table. */
  known: readonly PreviewColumn[];
  columns: readonly DescribedColumn[];
  onDescribe: (index: number, description: string) => void;
  onMarks: (index: number, marks: ColumnMarks) => void;
  shown: (path: string) => FieldIssue | undefined;
}

/** The columns as a table in which the descriptions are typed, and the rest is said below each; Enter leads down, Shift+Enter up. */
export function DescribeColumns({ known, columns, onDescribe, onMarks, shown }: DescribeColumnsProps) {
  const types = useMemo(() => new Map(known.map((column) => [column.name, column])), [known]);
  return (
    <ColumnsFrame widths={['20%', '22%', '18%']} description="product.columns.descriptionOptional">
      {columns.map((column, index) => (
        <DescribedRow
          key={column.name}
          index={index}
          column={column}
          known={types.get(column.name)}
          onDescribe={onDescribe}
          onMarks={onMarks}
          issue={shown(`columns.${index}.description`)}
        />
      ))}
    </ColumnsFrame>
  );
}

interface DescribedRowProps {
  index: number;
  column: DescribedColumn;
  known: PreviewColumn | undefined;
  onDescribe: (index: number, description: string) => void;
  onMarks: (index: number, marks: ColumnMarks) => void;
  issue: FieldIssue | undefined;
}

const pathOf = (index: number) => `columns.${index}.description`;

const DescribedRow = memo(function DescribedRow(props: DescribedRowProps) {
  const { index, column, known, onDescribe, onMarks, issue } = props;
  const text = useText();
  const [opened, setOpened] = useState(false);
  const fieldText = useFieldText();
  const id = fieldId(pathOf(index));
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      document.getElementById(fieldId(pathOf(index + (event.shiftKey ? -1 : 1))))?.focus();
    },
    [index],
  );
  return (
    <>
      <tr data-opened={opened || undefined}>
        <td className={classes.header}>
          <bdi>{column.businessName}</bdi>
          <MarkChips marks={column.marks} />
          <button
            type="button"
            className={classes.say}
            aria-expanded={opened}
            aria-label={text(opened ? 'marks.close.column' : 'marks.change.column', { column: column.businessName })}
            onClick={() => setOpened(!opened)}
          >
            {text(opened ? 'marks.close' : 'marks.change')}
          </button>
        </td>
        <td className={classes.name}>{column.name}</td>
        <td className={classes.type}>
          {known && <TypeText type={known.type} physicalType={known.physicalType} />}
          {known?.note != null && known.note.code !== 'renamed' && (
            <span className={classes.note}>
              <NoteText note={known.note} />
            </span>
          )}
        </td>
        <td className={classes.editing}>
          <textarea
            id={id}
            className={classes.input}
            rows={1}
            dir="auto"
            value={column.description}
            onChange={(event) => onDescribe(index, event.currentTarget.value)}
            onKeyDown={onKeyDown}
            aria-label={text('product.field.description', { column: column.businessName })}
            aria-invalid={issue !== undefined}
            aria-describedby={issue ? `${id}-issue` : undefined}
          />
          {issue && (
            <p className={classes.issue} id={`${id}-issue`}>
              {fieldText(issue)}
            </p>
          )}
        </td>
      </tr>
      {opened && (
        <tr className={classes.saying}>
          <td colSpan={4}>
            <MarksEditor column={column.businessName} marks={column.marks} onMarks={(marks) => onMarks(index, marks)} />
          </td>
        </tr>
      )}
    </>
  );
});
