import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { folded } from '#/components/list/useFiltered';
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
  const chosen = options.find((option) => option.value === value);
  // What is typed; null while nobody searches and the choice itself stands in the field.
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      search(null);
    },
  });
  function search(words: string | null): void {
    setTyped(words);
    onSearch?.(words ?? '');
  }
  // While the platform still searches, what it found before is here: only what holds the new words may be picked by
  // Enter, or a quick hand would pick somebody else.
  const answered = onSearch !== undefined && loading !== true;
  const sought = typed === null || answered ? '' : folded(typed.trim());
  const offered = options
    .filter(({ label: name, detail = '' }) => folded(onSearch ? `${name} ${detail}` : name).includes(sought))
    .slice(0, OFFERED);
  const first = offered[0]?.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first offer is chosen anew when it is another one
  useEffect(() => {
    if (typed !== null && first !== undefined) combobox.selectFirstOption();
  }, [typed, first]);
  function pick(picked: string): void {
    onPick(picked);
    combobox.closeDropdown();
    search(null);
  }
  return (
    <div className={classes.field}>
      <FieldMarks suggested={suggested} />
      <Combobox store={combobox} onOptionSubmit={pick} withinPortal={false} size="md">
        <Combobox.Target targetType="input" withExpandedAttribute>
          <InputBase
            id={fieldId(path)}
            label={label}
            description={help}
            error={issue && fieldText(issue)}
            value={typed ?? chosen?.label ?? ''}
            onChange={(event) => {
              search(event.currentTarget.value);
              combobox.openDropdown();
            }}
            onFocus={() => combobox.openDropdown()}
            onClick={() => combobox.openDropdown()}
            onBlur={() => {
              combobox.closeDropdown();
              search(null);
            }}
            placeholder={text('wizard.picker.placeholder')}
            size="md"
            autoComplete="off"
            rightSectionPointerEvents={onClear && value !== '' ? 'all' : 'none'}
            rightSection={
              onClear && value !== '' ? (
                // The library hides it from those who hear the page; here it can be reached, and says what it does.
                <Combobox.ClearButton
                  aria-label={text('wizard.picker.clear', { field: label })}
                  aria-hidden={false}
                  tabIndex={0}
                  onClear={onClear}
                />
              ) : (
                <Combobox.Chevron size="md" />
              )
            }
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            classNames={{
              root: classes.root,
              label: classes.label,
              wrapper: classes.wrapper,
              error: classes.error,
              description: classes.description,
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
            {offered.map((option) => (
              <Combobox.Option value={option.value} key={option.value} active={option.value === value}>
                <bdi>{option.label}</bdi>
                {option.detail !== undefined && (
                  <small style={{ display: 'block', color: 'var(--sv-text-soft)' }}>{option.detail}</small>
                )}
              </Combobox.Option>
            ))}
            {offered.length === 0 && <Combobox.Empty>{loading ? text('kit.loading') : nothing}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  );
}
