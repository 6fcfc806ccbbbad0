import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '#/api/query';
import type { PersonRef } from '#/api/types';
import { useText } from '#/messages';
import type { FieldIssue } from './formState';
import { PickerField } from './PickerField';
import { useFoundPeople } from './useFoundPeople';

interface PersonPickerProps {
  path: string;
  label: string;
  help?: ReactNode;
  value: PersonRef | null;
  onPick: (person: PersonRef) => void;
  issue?: FieldIssue | undefined;
  suggested?: boolean;
}

/** Picks a person of the workspace by name or e-mail. */
export function PersonPicker({ value, onPick, ...field }: PersonPickerProps) {
  const text = useText();
  const self = useQuery(queries.session()).data?.person;
  const { options, people, loading, onSearch } = useFoundPeople(value);
  // Whoever is chosen stays shown, even while others are looked for or when they have left.
  const chosen =
    value === null || people.some(({ id }) => id === value.id)
      ? []
      : [
          {
            value: value.id,
            label: value.id === self?.id ? text('wizard.picker.you', { name: value.name }) : value.name,
          },
        ];
  return (
    <PickerField
      {...field}
      options={[...chosen, ...options]}
      value={value?.id ?? ''}
      loading={loading}
      nothing={text('wizard.picker.noPerson')}
      onSearch={onSearch}
      onPick={(id) => {
        const person = people.find((candidate) => candidate.id === id);
        if (person) onPick({ id: person.id, name: person.name });
      }}
    />
  );
}
