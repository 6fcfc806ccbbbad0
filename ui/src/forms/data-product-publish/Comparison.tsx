import { Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { VersionComparison } from '#/api/types';
import { formatCount } from '#/format/number';
import { Phrase, useText } from '#/messages';
import classes from './Comparison.module.css';
import type { Mode } from './values';

/** The counts that a way of publishing can have, in their order. */
const kinds = {
  replace: ['added', 'removed', 'unchanged'],
  append: ['added', 'unchanged'],
  merge: ['added', 'updated', 'unchanged'],
} as const satisfies Record<Mode, readonly ('added' | 'updated' | 'removed' | 'unchanged')[]>;

export function Comparing({ number }: { number: number }) {
  const text = useText();
  return (
    <div role="status" className={classes.comparison}>
      <p className={classes.soft}>{text('versions.comparing', { number })}</p>
      <Skeleton height={64} radius="md" />
    </div>
  );
}

/** How many rows come, change, go and stay. */
export function Counts({ told, mode }: { told: VersionComparison; mode: Mode }) {
  const text = useText();
  return (
    <dl className={classes.counts}>
      {kinds[mode].map((kind) => (
        <div key={kind} className={classes.count} data-kind={kind} data-none={told[kind] === 0 || undefined}>
          <dt>{text(`versions.count.${kind}`, { count: told[kind] })}</dt>
          <dd>{formatCount(told[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

const strong = (value: string) => (
  <strong key={value}>
    <bdi>{value}</bdi>
  </strong>
);

/** What is allowed and yet unlike the version before. */
export function warningsOf(told: VersionComparison): ReactNode[] {
  return told.warnings.map(({ code, column }) => (
    <Phrase
      key={`${code}-${column ?? ''}`}
      id={`versions.warning.${code}`}
      values={{ column: strong(column ?? ''), count: told.alreadyThere }}
    />
  ));
}

/** Columns that only the file has, where rows from before stay. */
function newColumnsOf(told: VersionComparison): ReactNode[] {
  return told.columns
    .filter(({ change }) => change === 'added')
    .map(({ name, businessName }) => <Phrase key={name} id="versions.new" values={{ column: strong(businessName) }} />);
}

function Notes({ notes, refused = false }: { notes: readonly ReactNode[]; refused?: boolean }) {
  if (notes.length === 0) return null;
  const Icon = refused ? IconAlertTriangle : IconInfoCircle;
  return (
    <ul className={classes.notes} data-refused={refused || undefined}>
      {notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they come and go together
        <li key={index}>
          <Icon size={20} aria-hidden />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}

/** Rows of the file and of the version that can't stand in one table, and the way out. */
function Parted({ told }: { told: VersionComparison }) {
  const text = useText();
  const parted = told.columns.flatMap(({ name, businessName, change, example, row }) =>
    change === 'added'
      ? []
      : [
          <Phrase
            key={name}
            id={`versions.parted.${change}`}
            values={{ column: strong(businessName), example: example ?? '', row: row ?? 0 }}
          />,
        ],
  );
  return (
    <div role="alert" className={classes.parted}>
      <h2>{text('versions.parted')}</h2>
      <Notes refused notes={[...parted, text('versions.parted.next')]} />
    </div>
  );
}

/** How the file differs from the version it would follow, row by row. */
export function Comparison({ told, mode }: { told: VersionComparison; mode: Mode }) {
  const text = useText();
  const parted = mode !== 'replace' && told.columns.some(({ change }) => change !== 'added');
  return (
    <section className={classes.comparison} aria-labelledby="versions-compared">
      {parted ? (
        <Parted told={told} />
      ) : (
        <>
          <h2 id="versions-compared">{text('versions.compared')}</h2>
          <Counts told={told} mode={mode} />
          <p className={classes.soft}>
            {text('versions.after', { number: told.number, before: told.rowsBefore, after: told.rowsAfter })}
          </p>
          <Notes notes={[...warningsOf(told), ...(mode === 'replace' ? [] : newColumnsOf(told))]} />
        </>
      )}
    </section>
  );
}

/** Rows that a key doesn't tell from others. */
export function KeyProblems({ told }: { told: VersionComparison }) {
  const text = useText();
  if (told.keyProblemCount === 0) return null;
  const more = told.keyProblemCount - told.keyProblems.length;
  const notes = told.keyProblems.map(({ code, row, otherRow, key }) => (
    <Phrase
      key={`${code}-${row}`}
      id={`versions.key.problem.${code}`}
      values={{ row, other: otherRow ?? 0, key: strong(key.map((value) => value ?? '–').join(' · ')) }}
    />
  ));
  return (
    <div role="alert">
      <p className={classes.issue}>{text('versions.key.refused', { count: told.keyProblemCount })}</p>
      <Notes refused notes={more > 0 ? [...notes, text('versions.key.problem.more', { count: more })] : notes} />
    </div>
  );
}
