import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { IntakeQuestion, Preview } from '#/api/types';
import { fieldId } from '#/components/form/issues';
import { formatCount, formatExact } from '#/format/number';
import { formatDay } from '#/format/time';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './Intake.module.css';
import { belongsToIntake, type IntakeProps } from './intake';
import { RejectList } from './RejectList';

/** Rows listed before more are asked for. */
const FIRST_LISTED = 5;

interface AskedProps<T extends string> {
  path: string;
  title: string;
  body: string;
  options: readonly { value: T; label: string }[];
  value: T | null | undefined;
  onPick: (value: T) => void;
  error: string | undefined;
}

export function Asked<T extends string>({ path, title, body, options, value, onPick, error }: AskedProps<T>) {
  const id = useId();
  return (
    <fieldset className={classes.asked} aria-describedby={`${id}-body ${id}-error`}>
      <legend>{title}</legend>
      <p id={`${id}-body`}>{body}</p>
      {options.map((option, index) => (
        <label key={option.value} className={classes.option}>
          <input
            type="radio"
            id={index === 0 ? fieldId(path) : undefined}
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onPick(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
      <p id={`${id}-error`} className={classes.error}>
        {error}
      </p>
    </fieldset>
  );
}

/** The same digits, read with a point or a comma before the fraction. */
function readAs(example: string, decimal: '.' | ','): string {
  const thousands = decimal === '.' ? ',' : '.';
  const plain = example.replaceAll(thousands, '').replace(decimal, '.');
  return formatExact(plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain);
}

export function NumbersQuestion({ question, chosen, onChoose, shown }: IntakeProps & { question: IntakeQuestion }) {
  const text = useText();
  const fieldText = useFieldText();
  const path = belongsToIntake('numbers');
  const issue = shown(path);
  const example = question.example ?? '1.234';
  const columns = question.columns.slice(0, 3).join(', ');
  const mark = example.includes('.') ? 'point' : 'comma';
  const means = (style: 'point' | 'comma') =>
    text('product.intake.ask.numbers.means', {
      example,
      value: readAs(example, style === 'point' ? '.' : ','),
      mark,
      place: style === mark ? 'decimals' : 'thousands',
    });
  return (
    <Asked
      path={path}
      title={text('product.intake.ask.numbers', { example })}
      body={text('product.intake.ask.numbers.body', { columns, more: Math.max(0, question.columns.length - 3) })}
      options={[
        { value: 'point', label: means('point') },
        { value: 'comma', label: means('comma') },
      ]}
      value={chosen.numbers === 'as-written' ? null : chosen.numbers}
      onPick={(numbers) => onChoose({ ...chosen, numbers: numbers === 'point' ? 'point' : 'comma' })}
      error={issue && fieldText(issue)}
    />
  );
}

/** The day that numbers such as 01/02/2025 mean, in words. */
function dayOf(example: string, order: 'day-first' | 'month-first'): string {
  const [first = 1, second = 1, year = 2000] = example.split(/\D+/).map(Number);
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return formatDay(new Date(Date.UTC(year, month - 1, day, 12)).toISOString());
}

export function DatesQuestion({ question, chosen, onChoose, shown }: IntakeProps & { question: IntakeQuestion }) {
  const text = useText();
  const fieldText = useFieldText();
  const path = belongsToIntake('dates');
  const issue = shown(path);
  const example = question.example ?? '01/02/2025';
  const columns = question.columns.slice(0, 3).join(', ');
  const means = (order: 'day-first' | 'month-first') =>
    text('intake.ask.dates.means', {
      example,
      day: dayOf(example, order),
      order: order === 'day-first' ? 'day' : 'month',
    });
  return (
    <Asked
      path={path}
      title={text('intake.ask.dates', { example })}
      body={text('intake.ask.dates.body', { columns, more: Math.max(0, question.columns.length - 3) })}
      options={[
        { value: 'day-first', label: means('day-first') },
        { value: 'month-first', label: means('month-first') },
      ]}
      value={chosen.dates === 'as-written' ? null : chosen.dates}
      onPick={(dates) => onChoose({ ...chosen, dates: dates === 'day-first' ? 'day-first' : 'month-first' })}
      error={issue && fieldText(issue)}
    />
  );
}

export function MisfitsQuestion({ preview, chosen, onChoose, shown }: IntakeProps & { preview: Preview }) {
  const text = useText();
  const fieldText = useFieldText();
  const path = belongsToIntake('misfits');
  const issue = shown(path);
  const [all, setAll] = useState(false);
  const { rejects, rejectCount, rowCount, rowCountIsExact } = preview;
  const listed = all ? rejects : rejects.slice(0, FIRST_LISTED);
  const counted = { rejected: rejectCount, rows: rowCount ?? 0, found: rejectCount + (rowCount ?? 0) };
  return (
    <div className={classes.misfits}>
      <Asked
        path={path}
        title={text('product.intake.ask.misfits', { count: rejectCount })}
        body={text(
          rowCountIsExact ? 'product.intake.ask.misfits.body' : 'product.intake.ask.misfits.bodyAbout',
          counted,
        )}
        options={[
          { value: 'reject', label: text('product.intake.ask.misfits.reject') },
          { value: 'refuse', label: text('product.intake.ask.misfits.refuse') },
        ]}
        value={chosen.misfits}
        onPick={(misfits) => onChoose({ ...chosen, misfits: misfits === 'reject' ? 'reject' : 'refuse' })}
        error={issue && (issue.code === 'not_allowed' ? text('product.intake.ask.misfits.refused') : fieldText(issue))}
      />
      <RejectList rejects={listed} />
      {listed.length < rejects.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {text('product.intake.rejects.more', { count: formatCount(rejects.length) })}
        </Button>
      )}
    </div>
  );
}
