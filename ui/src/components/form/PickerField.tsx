import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './Field.module.css';
import { FieldMarks } from './FieldMarks';
import type { FieldIssue } from './formState';
import { fieldId } from './issues';

export interface PickerOption {
  value: string;
  label: string;
  /** A second line that tells namesakes apart. */
  detail?: string;
}

/** More than these nobody reads through: typing finds the rest. */
const OFFERED = 40;

interface PickerFieldProps {
  path: string;
  label: string;
  help?: ReactNode;
  options: readonly PickerOption[];
  value: string;
  onPick: (value: string) => void;
  issue?: FieldIssue | undefined;
  suggested?: boolean;
  loading?: boolean;
  /** What the list says when no name matches. */
  nothing: string;
  /** Where the platform does the searching: told what is typed; the options are shown as they come. */
  onSearch?: (typed: string) => void;
  /** For a choice that may stay open: takes it back, and says so. */
  onClear?: () => void;
}

/** A choice out of many by searching its name; ids are never typed. */
export function PickerField(props: PickerFieldProps) {
  const { path, label, help, options, value, onPick, issue, suggested, loading, nothing, onSearch, onClear } = props;
  const text = useText();
  const fieldText = useFieldText();
  const details = new Map(options.map((option) => [option.value, option.detail]));
  return (
    <div className={classes.field}>
      <FieldMarks suggested={suggested} />
      <Select
        id={fieldId(path)}
        label={label}
        description={help}
        error={issue && fieldText(issue)}
        data={options.map((option) => ({ value: option.value, label: option.label }))}
        value={value === '' ? null : value}
        onChange={(picked) => (picked === null ? onClear?.() : onPick(picked))}
        allowDeselect={false}
        clearable={onClear !== undefined}
        clearButtonProps={{ 'aria-label': text('wizard.picker.clear', { field: label }), tabIndex: 0 }}
        searchable
        limit={OFFERED}
        selectFirstOptionOnChange
        onSearchChange={onSearch}
        filter={onSearch && (({ options: found }) => found)}
        nothingFoundMessage={loading ? text('kit.loading') : nothing}
        placeholder={text('wizard.picker.placeholder')}
        renderOption={({ option }) => (
          <span>
            <bdi>{option.label}</bdi>
            {details.get(option.value) !== undefined && (
              <small style={{ display: 'block', color: 'var(--sv-text-soft)' }}>{details.get(option.value)}</small>
            )}
          </span>
        )}
        size="md"
        // Axe asks every scrolling region to hold the focus; the list itself scrolls, and it belongs to the field.
        withScrollArea={false}
        styles={{ options: { maxHeight: 280, overflowY: 'auto' } }}
        comboboxProps={{ withinPortal: false }}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        classNames={{
          root: classes.root,
          label: classes.label,
          wrapper: classes.wrapper,
          error: classes.error,
          description: classes.description,
        }}
      />
    </div>
  );
}
