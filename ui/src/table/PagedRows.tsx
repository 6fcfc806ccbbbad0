import { Button, NumberInput } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { type FormEvent, useCallback, useMemo, useState } from 'react';
import { queries } from '#/api/query';
import type { Column } from '#/api/types';
import { ErrorPage } from '#/kit/ErrorPage';
import { useText } from '#/messages';
import { DataGrid } from './DataGrid';
import classes from './PagedRows.module.css';

/** Rows asked for at once; the platform gives at most 500. */
const PAGE = 200;
/** Rows in one grid: browsers can't scroll much further than this at 32 pixels each. */
const WINDOW = 250_000;

interface PagedRowsProps {
  label: string;
  productId: string;
  version: number;
  columns: readonly Column[];
  rowCount: number;
  /** The version's first rows. */
  sample: readonly (readonly (string | null)[])[];
}

/** The rows of a product's version; pages are read as they come into view. */
export function PagedRows({ label, productId, version, columns, rowCount, sample }: PagedRowsProps) {
  const text = useText();
  const [base, setBase] = useState(0);
  const [visible, setVisible] = useState<readonly [number, number]>([0, 40]);
  const size = Math.min(WINDOW, rowCount - base);
  const firstPage = Math.floor((base + visible[0]) / PAGE);
  const lastPage = Math.floor((base + Math.min(visible[1], Math.max(0, size - 1))) / PAGE);
  const pages = useMemo(
    () => Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index),
    [firstPage, lastPage],
  );
  const answers = useQueries({
    queries: pages.map((page) => queries.rows(productId, { version, offset: page * PAGE, limit: PAGE })),
  });
  const byPage = useMemo(
    () => new Map(answers.map((answer, index) => [pages[index], answer.data?.rows] as const)),
    [answers, pages],
  );
  const rowAt = useCallback(
    (index: number) => byPage.get(Math.floor((base + index) / PAGE))?.[(base + index) % PAGE],
    [byPage, base],
  );
  const onVisible = useCallback((first: number, last: number) => {
    setVisible((before) => (before[0] === first && before[1] === last ? before : [first, last]));
  }, []);

  const failed = answers.find((answer) => answer.isError && answer.data === undefined);
  if (failed) return <ErrorPage cause={failed.error} compact level={3} onRetry={() => void failed.refetch()} />;
  return (
    <div className={classes.root}>
      <DataGrid
        key={`${version}-${base}`}
        label={label}
        columns={columns}
        rowCount={size}
        rowAt={rowAt}
        onVisible={onVisible}
        firstNumber={base + 1}
        sample={sample}
        height={`min(${size * 32 + 66}px, max(320px, calc(100vh - 400px)))`}
      />
      {rowCount > WINDOW && <WindowBar base={base} size={size} rowCount={rowCount} onBase={setBase} text={text} />}
    </div>
  );
}

interface WindowBarProps {
  base: number;
  size: number;
  rowCount: number;
  onBase: (base: number) => void;
  text: ReturnType<typeof useText>;
}

/** Leads through tables that are longer than one grid can scroll. */
function WindowBar({ base, size, rowCount, onBase, text }: WindowBarProps) {
  const [wanted, setWanted] = useState<number | string>('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    const row = Number(wanted);
    if (row >= 1) onBase(Math.max(0, Math.min(rowCount - 1, Math.floor(row) - 1)));
  };
  return (
    <form className={classes.bar} onSubmit={go}>
      <span role="status">{text('table.rowsShown', { from: base + 1, to: base + size, total: rowCount })}</span>
      <span className={classes.space} />
      <NumberInput
        aria-label={text('table.goToRow')}
        placeholder={text('table.goToRow')}
        min={1}
        max={rowCount}
        allowDecimal={false}
        thousandSeparator
        value={wanted}
        onChange={setWanted}
        w={160}
      />
      <Button type="submit" variant="default">
        {text('table.go')}
      </Button>
      <Button variant="default" disabled={base === 0} onClick={() => onBase(Math.max(0, base - WINDOW))}>
        {text('table.earlier')}
      </Button>
      <Button variant="default" disabled={base + size >= rowCount} onClick={() => onBase(base + WINDOW)}>
        {text('table.later')}
      </Button>
    </form>
  );
}
