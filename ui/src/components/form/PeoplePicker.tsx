import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '#/api/query';
import { useText } from '#/messages';
import { ChosenPeople } from './ChosenPeople';
import type { FieldIssue } from './formState';
import { PickerField } from './PickerField';
import { useFoundPeople } from './useFoundPeople';

interface PeoplePickerProps {
  path: string;
  /** What the chosen people are, such as "Owners". */
  label: string;
  help?: ReactNode;
  /** Their ids, in the order in which they were chosen. */
  value: readonly string[];
  onChange: (ids: string[]) => void;
  issue?: FieldIssue | undefined;
  suggested?: boolean;
  /** What stands beside each name, such as a switch of its own. */
  beside?: (id: string, name: string) => ReactNode;
}

/** Picks several people of the workspace by name or e-mail; each can be taken out again. */
export function PeoplePicker({ value, onChange, beside, ...field }: PeoplePickerProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const { options, people, loading, onSearch } = useFoundPeople();
  return (
    <div>
      <PickerField
        {...field}
        options={options.filter((option) => !value.includes(option.value))}
        value=""
        loading={loading}
        nothing={text(value.length > 0 ? 'wizard.picker.nobodyElse' : 'wizard.picker.noPerson')}
        onSearch={onSearch}
        onPick={(id) => {
          const person = people.find((candidate) => candidate.id === id);
          if (person === undefined || value.includes(id)) return;
          // The name is known already; the list below needn't ask for it.
          queryClient.setQueryData(queries.personName(id).queryKey, person.name);
          onChange([...value, id]);
        }}
      />
      <ChosenPeople
        path={field.path}
        label={field.label}
        ids={value}
        beside={beside}
        onRemove={(id) => onChange(value.filter((other) => other !== id))}
      />
    </div>
  );
}
