import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { type Found, type NameCheck, nameOf, presentOf, type Reference, thing } from './present';
import type { Remembered } from './remembered';

const queryOf = (reference: Reference) => {
  switch (reference.kind) {
    case 'domain':
      return queries.domain(reference.id);
    case 'person':
      return queries.person(reference.id);
    case 'team':
      return queries.team(reference.id);
    case 'file':
      return queries.upload(reference.id);
  }
};

function presentFrom(references: readonly Reference[], answers: readonly UseQueryResult<Found>[]): Remembered[] | null {
  const things: Remembered[] = [];
  for (const [at, reference] of references.entries()) {
    const answer = answers[at];
    if (answer === undefined || answer.isFetching) return null;
    if (isProblem(answer.error, 'not_found')) things.push(thing(reference, '', 'gone'));
    else if (answer.data !== undefined) things.push(...presentOf(reference, answer.data));
    // What can't be asked for now is neither fine nor gone: nothing is said of it.
    else return null;
  }
  return things;
}

/**
 * What a draft refers to, as it stands now; null until all of it is known. `name` is null where no name is asked for
 * yet, and undefined while the platform is still asked about it.
 */
export function usePresent(
  references: readonly Reference[],
  name: NameCheck | null | undefined,
): readonly Remembered[] | null {
  const present = useQueries({
    queries: references.map((reference) => queryOf(reference)) as ReturnType<typeof queries.domain>[],
    combine: (answers) => presentFrom(references, answers as UseQueryResult<Found>[]),
  });
  const whole = present === null || name === undefined ? null : name === null ? present : [...present, nameOf(name)];
  // The same things keep their identity, so that only a change of them is one.
  const last = useRef<{ text: string; things: readonly Remembered[] }>({ text: '[]', things: [] });
  if (whole === null) return null;
  const text = JSON.stringify(whole);
  if (last.current.text !== text) last.current = { text, things: whole };
  return last.current.things;
}
