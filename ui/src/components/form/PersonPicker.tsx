import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queries } from '#/api/query';
import type { PersonRef } from '#/api/types';
import { useText } from '#/messages';
import type { FieldIssue } from './formState';
import { PickerField } from './PickerField';

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
  const people = useQuery(queries.people());
  const session = useQuery(queries.session());
  const self = session.data?.person;
  const listed = people.data ?? (self ? [self] : []);
  // Whoever is chosen stays shown, even while the list loads or when they have left it.
  const known =
    value === null || listed.some((person) => person.id === value.id) ? [] : [{ ...value, email: undefined }];
  const options = [...known, ...listed].map((person) => ({
    value: person.id,
    label: person.id === self?.id ? text('wizard.picker.you', { name: person.name }) : person.name,
    detail: person.email,
  }));
  return (
    <PickerField
      {...field}
      options={options}
      value={value?.id ?? ''}
      loading={people.isPending}
      nothing={text('wizard.picker.noPerson')}
      onPick={(id) => {
        const person = [...known, ...listed].find((candidate) => candidate.id === id);
        if (person) onPick({ id: person.id, name: person.name });
      }}
    />
  );
}
