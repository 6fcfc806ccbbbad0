import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#/api/query';
import type { PersonRef } from '#/api/types';
import { useText } from '#/messages';
import type { PickerOption } from './PickerField';
import { useSettled } from './useSettled';

/** Typing is answered by the platform, which knows ten thousand people better than this page does. */
const SETTLED_MS = 120;

interface FoundPeople {
  options: readonly PickerOption[];
  people: readonly PersonRef[];
  loading: boolean;
  onSearch: (typed: string) => void;
}

/** People who match what is typed, those to whom something can be given only. `chosen` is what the field shows now. */
export function useFoundPeople(chosen?: PersonRef | null): FoundPeople {
  const text = useText();
  const [typed, setTyped] = useState('');
  const self = useQuery(queries.session()).data?.person;
  const labelOf = ({ id, name }: PersonRef) => (id === self?.id ? text('wizard.picker.you', { name }) : name);
  // The field repeats the name of whoever is chosen; that isn't looked for.
  const sought = chosen && typed === labelOf(chosen) ? '' : typed.trim();
  const settled = useSettled(sought, sought, SETTLED_MS);
  const found = useQuery(queries.foundPeople(settled, 'assignable'));
  const people = found.data ?? (self && sought === '' ? [self] : []);
  return {
    options: people.map((person) => ({ value: person.id, label: labelOf(person), detail: person.email })),
    people,
    loading: found.isPending || found.isPlaceholderData || settled !== sought,
    onSearch: setTyped,
  };
}
