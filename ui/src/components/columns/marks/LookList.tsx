import { Button } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconKey, IconUserShield } from '@tabler/icons-react';
import { useState } from 'react';
import type { ColumnMarks, ColumnSuggestion, LookReason } from '#/api/types';
import { fieldId } from '#/components/form/issues';
import { useText } from '#/messages';
import type { DescribedColumn } from '../DescribeColumns';
import { reasonsFor } from '../evidence';
import { MarkChips } from './MarkChips';
import classes from './Marks.module.css';
import { MarksEditor } from './MarksEditor';
import { waits } from './marks';

const icons: Readonly<Record<LookReason, typeof IconKey>> = {
  personal: IconUserShield,
  key: IconKey,
  unsure: IconHelpCircle,
};

interface LookListProps {
  columns: readonly DescribedColumn[];
  /** What was seen of each column, by its name in the table. */
  seen: ReadonlyMap<string, ColumnSuggestion>;
  onMarks: (index: number, marks: ColumnMarks) => void;
  onAcceptAll: () => void;
}

/** The columns that have to be looked at: personal data, keys, and what isn't sure. One click accepts each. */
export function LookList({ columns, seen, onMarks, onAcceptAll }: LookListProps) {
  const text = useText();
  const asked = columns.flatMap((column, index) => (column.look.length > 0 ? [{ column, index }] : []));
  const waiting = asked.filter(({ column }) => waits(column)).length;
  if (asked.length === 0) return null;
  return (
    <section className={classes.look} aria-labelledby="columns-look">
      <div className={classes.lookHead}>
        <div>
          <h2 id="columns-look">{text('marks.look', { count: asked.length })}</h2>
          <p className={classes.soft} role="status">
            {waiting === 0 ? text('marks.look.done') : text('marks.look.left', { count: waiting })}
          </p>
        </div>
        {waiting > 1 && (
          <Button variant="default" onClick={onAcceptAll}>
            {text('marks.acceptAll', { count: waiting })}
          </Button>
        )}
      </div>
      <ul className={classes.cards}>
        {asked.map(({ column, index }) => (
          <Look
            key={column.name}
            index={index}
            column={column}
            seen={seen.get(column.name)}
            onMarks={(marks) => onMarks(index, marks)}
          />
        ))}
      </ul>
    </section>
  );
}

interface LookProps {
  index: number;
  column: DescribedColumn;
  seen: ColumnSuggestion | undefined;
  onMarks: (marks: ColumnMarks) => void;
}

function Look({ index, column, seen, onMarks }: LookProps) {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const { businessName, name, marks, look } = column;
  const open = waits(column) || opened;
  const Icon = waits(column) ? icons[look[0] ?? 'unsure'] : IconCircleCheck;
  return (
    <li className={classes.card} data-waits={waits(column) || undefined}>
      <div className={classes.cardHead}>
        <Icon size={20} aria-hidden />
        <div className={classes.cardName}>
          <strong>
            <bdi>{businessName}</bdi>
          </strong>
          <span className={classes.mono}>{name}</span>
        </div>
        {!open && <MarkChips marks={marks} />}
        {waits(column) ? (
          <Button
            id={fieldId(`columns.${index}.marks`)}
            size="compact-md"
            onClick={() => {
              setOpened(false);
              onMarks({ ...marks, review: 'seen' });
            }}
            aria-label={text('marks.accept.column', { column: businessName })}
          >
            {text('marks.accept')}
          </Button>
        ) : (
          <Button
            size="compact-md"
            variant="subtle"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
            aria-label={text(opened ? 'marks.close.column' : 'marks.change.column', { column: businessName })}
          >
            {text(opened ? 'marks.close' : 'marks.change')}
          </Button>
        )}
      </div>
      {open && (
        <>
          {seen && (
            <p className={classes.evidence}>
              {look.map((reason) => (
                <span key={reason} className={classes.why}>
                  {text(`marks.look.${reason}`)}
                </span>
              ))}
              {evidence(seen, text).join(' ')}
            </p>
          )}
          <MarksEditor
            column={businessName}
            marks={marks}
            onMarks={(changed) => {
              // Typing is looking: what is changed needn't be accepted once more.
              setOpened(true);
              onMarks(changed);
            }}
          />
        </>
      )}
    </li>
  );
}

/** What was seen in the file, in sentences. */
export function evidence(seen: ColumnSuggestion, text: ReturnType<typeof useText>): string[] {
  const { filled, missing, distinct, distinctIsExact, meaning } = seen;
  const unique = distinctIsExact && missing === 0 && filled > 0 && distinct === filled;
  return [
    ...(meaning === null ? [] : reasonsFor(meaning, text)),
    ...(unique
      ? [text('marks.seen.unique', { count: filled })]
      : missing > 0
        ? [text('marks.seen.missing', { missing, count: filled + missing })]
        : []),
  ];
}
