import { NativeSelect } from '@mantine/core';
import type { IntakeChoices, Preview } from '#/api/types';
import { fieldId } from '#/components/form/issues';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './Intake.module.css';
import { belongsToIntake, type IntakeProps } from './intake';

interface PartFieldsProps extends IntakeProps {
  known: IntakeChoices;
  offers: Preview['offers'];
}

const nestedChoices = ['text', 'columns'] as const satisfies readonly NonNullable<IntakeChoices['nested']>[];

/** Which part of a file is the table, where it has several: sheets, files in an archive, lists. */
export function PartFields({ chosen, onChoose, shown, known, offers }: PartFieldsProps) {
  const text = useText();
  const fieldText = useFieldText();
  const select = (name: 'member' | 'sheet' | 'list', offered: Preview['offers']['sheets']) => {
    if (offered.length < 2) return null;
    const issue = shown(belongsToIntake(name));
    const value = known[name] ?? '';
    return (
      <NativeSelect
        key={name}
        {...(name === 'member' ? {} : { id: fieldId(belongsToIntake(name)) })}
        label={text(`intake.field.${name}`)}
        error={issue && fieldText(issue)}
        classNames={{ label: classes.label }}
        value={value}
        data={[
          ...(value === '' ? [{ value: '', label: text('intake.unchosen') }] : []),
          ...offered.map((offer) => ({
            value: offer.name,
            label: offer.hidden ? text('intake.hidden', { name: offer.name }) : offer.name,
          })),
        ]}
        onChange={(event) => {
          // What was chosen for one part says nothing about another.
          const part = event.currentTarget.value;
          if (part !== '') onChoose({ ...(name === 'member' ? {} : partsOf(chosen)), [name]: part });
        }}
      />
    );
  };
  return (
    <>
      {select('member', offers.members)}
      {select('sheet', offers.sheets)}
      {select('list', offers.lists)}
      {offers.nested && (
        <NativeSelect
          id={fieldId(belongsToIntake('nested'))}
          label={text('intake.field.nested')}
          classNames={{ label: classes.label }}
          value={known.nested ?? 'text'}
          data={nestedChoices.map((value) => ({ value, label: text(`intake.nested.${value}`) }))}
          onChange={(event) => {
            const picked = nestedChoices.find((value) => value === event.currentTarget.value);
            if (picked) onChoose({ ...chosen, nested: picked });
          }}
        />
      )}
    </>
  );
}

/** The choices that say which part is read. */
function partsOf({ member }: IntakeChoices): IntakeChoices {
  return member == null ? {} : { member };
}
