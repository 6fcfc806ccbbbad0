import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { useSettled } from '#/components/form/useSettled';
import { useText } from '#/messages';

const SETTLED_MS = 120;

export interface Option {
  value: string;
  label: string;
}

interface Actors {
  options: readonly Option[];
  onSearch: (typed: string) => void;
}

/**
 * Everybody whom the audit may speak of, by what is typed: people, those who left, and service accounts, the latter two
 * marked. Whoever is chosen stays among them, whatever is looked for.
 */
export function useActors(chosenId: string | undefined): Actors {
  const text = useText();
  const [typed, setTyped] = useState('');
  const person = useQuery({ ...queries.person(chosenId ?? ''), enabled: chosenId !== undefined });
  const account = useQuery({
    ...queries.serviceAccount(chosenId ?? ''),
    enabled: chosenId !== undefined && isProblem(person.error, 'not_found'),
  });
  const here = ({ id, name }: { id: string; name: string }): Option => ({ value: id, label: name });
  const left = ({ id, name }: { id: string; name: string }): Option => ({
    value: id,
    label: text('audit.filter.left', { name }),
  });
  const service = ({ id, name }: { id: string; name: string }): Option => ({
    value: id,
    label: text('audit.filter.service', { name }),
  });
  const chosen = person.data
    ? (person.data.leftAt === null ? here : left)(person.data)
    : account.data && service(account.data);

  // The field repeats how the chosen one is called; that isn't looked for.
  const sought = chosen?.label === typed ? '' : typed.trim();
  const settled = useSettled(sought, sought, SETTLED_MS);
  const present = useQuery(queries.foundPeople(settled, 'here'));
  const former = useQuery(queries.foundPeople(settled, 'left'));
  const accounts = useQuery(queries.serviceAccounts());
  const found = [
    ...(present.data ?? []).map(here),
    ...(former.data ?? []).map(left),
    ...(accounts.data ?? []).map(service),
  ];
  return {
    options: chosen === undefined || found.some(({ value }) => value === chosen.value) ? found : [chosen, ...found],
    onSearch: setTyped,
  };
}
