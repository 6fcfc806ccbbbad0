import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

const SETTLED_MS = 150;

interface Asked<S extends string> {
  /** What stands in the field. */
  typed: string;
  type: (typed: string) => void;
  /** What is asked for, once typing has paused. */
  query: string;
  sort: S;
  setSort: (sort: S) => void;
}

/** What a list is asked for that the platform searches and sorts. */
export function useAsked<S extends string>(first: NoInfer<S>): Asked<S> {
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState<S>(first);
  const ask = useDebouncedCallback((value: string) => setQuery(value.trim()), SETTLED_MS);
  return {
    typed,
    type: (value) => {
      setTyped(value);
      if (value === '') {
        ask.cancel();
        setQuery('');
      } else ask(value);
    },
    query,
    sort,
    setSort,
  };
}
