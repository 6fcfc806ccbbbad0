import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { IntakeChoices, Preview } from '#/api/types';
import { fieldId } from '#/components/form/issues';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import { dateOrders, delimiterOptions, encodings, numberStyles, quotes, SKIPPED_MAX, wordsOf } from './choices';
import classes from './Intake.module.css';
import { belongsToIntake, type IntakeProps } from './intake';
import { PartFields } from './PartFields';

interface IntakeFieldsProps extends IntakeProps {
  /** What holds now, chosen or recognised. */
  known: IntakeChoices;
  /** What the file is; not known while it can't be read. */
  format: Preview['format'] | undefined;
  offers: Preview['offers'] | undefined;
  /** The lines above the table. */
  skipped: readonly string[];
  /** Nothing is left of the file below them. */
  beyond: boolean;
}

const SEPARATOR = ', ';
/** Typing settles before the file is read again; in milliseconds. */
const SETTLED = 400;

/** The choices themselves; each change shows at once in the preview. */
export function IntakeFields(props: IntakeFieldsProps) {
  const { chosen, onChoose, shown, known, format, offers, skipped, beyond } = props;
  const text = useText();
  const fieldText = useFieldText();
  // Where a file could never be read, what would be recognised isn't known.
  const open = (value: unknown) => (value == null ? [{ value: '', label: text('product.intake.unknown') }] : []);
  const isText = format === undefined || format === 'csv';
  const isJson = format === 'json' || format === 'json-lines';
  const choose = (part: IntakeChoices) => onChoose({ ...chosen, ...part });
  const shared = (name: keyof IntakeChoices & string) => {
    const issue = shown(belongsToIntake(name));
    return {
      id: fieldId(belongsToIntake(name)),
      label: name === 'dates' ? text('intake.field.dates') : text(`product.intake.field.${name as 'quote'}`),
      error: issue && fieldText(issue),
      classNames: { label: classes.label, description: classes.help },
    };
  };
  return (
    <div className={classes.fields}>
      {offers && <PartFields {...{ chosen, onChoose, shown, known, offers }} />}
      {isText && (
        <>
          <NativeSelect
            {...shared('delimiter')}
            value={known.delimiter ?? ''}
            data={[...open(known.delimiter), ...delimiterOptions(text, known.delimiter ?? undefined)]}
            onChange={(event) => choose({ delimiter: event.currentTarget.value })}
          />
          <NativeSelect
            {...shared('quote')}
            value={known.quote ?? ''}
            data={[
              ...open(known.quote),
              ...quotes.map((value) => ({ value, label: text(`product.intake.quote.${value}`) })),
            ]}
            onChange={(event) => {
              const picked = quotes.find((value) => value === event.currentTarget.value);
              if (picked) choose({ quote: picked });
            }}
          />
          <NativeSelect
            {...shared('encoding')}
            value={known.encoding ?? ''}
            data={[
              ...open(known.encoding),
              ...encodings.map((value) => ({ value, label: text(`product.intake.encoding.${value}`) })),
            ]}
            onChange={(event) => {
              const picked = encodings.find((value) => value === event.currentTarget.value);
              if (picked) choose({ encoding: picked });
            }}
          />
        </>
      )}
      {!isJson && (
        <>
          <SkippedLines
            {...shared('skippedLines')}
            value={known.skippedLines ?? 0}
            onSettled={(skippedLines) => choose({ skippedLines })}
            skipped={skipped}
            {...(beyond ? { error: text('product.intake.beyond') } : {})}
          />
          <NativeSelect
            {...shared('hasHeader')}
            value={known.hasHeader == null ? '' : known.hasHeader ? 'yes' : 'no'}
            data={[
              ...open(known.hasHeader),
              ...(['yes', 'no'] as const).map((value) => ({ value, label: text(`product.intake.header.${value}`) })),
            ]}
            onChange={(event) => choose({ hasHeader: event.currentTarget.value === 'yes' })}
          />
        </>
      )}
      <NativeSelect
        {...shared('numbers')}
        id={undefined}
        value={known.numbers ?? ''}
        data={[
          ...(known.numbers == null ? [{ value: '', label: text('product.intake.numbers.open') }] : []),
          ...numberStyles.map((value) => ({ value, label: text(`product.intake.numbers.${value}`) })),
        ]}
        onChange={(event) => {
          const picked = numberStyles.find((value) => value === event.currentTarget.value);
          if (picked) choose({ numbers: picked });
        }}
      />
      {known.dates != null && (
        <NativeSelect
          {...shared('dates')}
          id={undefined}
          value={known.dates}
          data={dateOrders.map((value) => ({ value, label: text(`intake.dates.${value}`) }))}
          onChange={(event) => {
            const picked = dateOrders.find((value) => value === event.currentTarget.value);
            if (picked) choose({ dates: picked });
          }}
        />
      )}
      <MissingWords
        {...shared('missingWords')}
        words={known.missingWords ?? []}
        isKnown={known.missingWords != null}
        onSettled={(missingWords) => choose({ missingWords })}
      />
    </div>
  );
}

interface SettlingProps {
  id: string;
  label: string;
  error: string | undefined;
  classNames: { label: string | undefined; description: string | undefined };
}

type SkippedLinesProps = SettlingProps & {
  value: number;
  onSettled: (lines: number) => void;
  skipped: readonly string[];
};

function SkippedLines({ value, onSettled, skipped, ...field }: SkippedLinesProps) {
  const text = useText();
  const [typed, setTyped] = useState<number | string>(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typeof typed !== 'number' || typed === value) return undefined;
    const settling = setTimeout(() => onSettled(typed), SETTLED);
    return () => clearTimeout(settling);
  }, [typed, value, onSettled]);
  return (
    <NumberInput
      {...field}
      value={typed}
      onChange={setTyped}
      min={0}
      max={SKIPPED_MAX}
      allowDecimal={false}
      clampBehavior="strict"
      description={skipped.length === 0 ? undefined : text('product.intake.skipped', { lines: quoted(skipped) })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}

/** The lines that say something, shortly. */
function quoted(lines: readonly string[]): string {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const shown = said.slice(0, 3).map((line) => (line.length > 40 ? `${line.slice(0, 40)}…` : line));
  return shown.map((line) => `“${line}”`).join(SEPARATOR);
}

type MissingWordsProps = SettlingProps & {
  words: readonly string[];
  isKnown: boolean;
  onSettled: (words: string[]) => void;
};

function MissingWords({ words, isKnown, onSettled, ...field }: MissingWordsProps) {
  const text = useText();
  const written = words.join(SEPARATOR);
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped(written), [written]);
  const settle = () => {
    const next = wordsOf(typed);
    if (next.join(SEPARATOR) === written) setTyped(written);
    else onSettled(next);
  };
  return (
    <TextInput
      {...field}
      className={classes.wide}
      {...(isKnown ? {} : { placeholder: text('product.intake.unknown') })}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) settle();
      }}
      autoComplete="off"
      description={text('product.intake.missingWords.help')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}
