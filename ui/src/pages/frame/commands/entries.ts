import type { ComponentType, ReactNode } from 'react';
import type { IconProps } from '@tabler/icons-react';
import type { Match } from './match';
import { match } from './match';

/** One line of the palette. */
export interface Entry {
  id: string;
  icon: ComponentType<IconProps>;
  name: string;
  /** What it is, small. */
  about?: string;
  /** Other words for it. */
  words?: readonly string[];
  keys?: string;
  /** Why it is here, at the right. */
  why?: string;
  /** In place of all of the above. */
  shown?: ReactNode;
  /** Whether the focus goes back to where it was, because the page stays. */
  stays?: boolean;
  choose: () => void;
}

export interface Group {
  id: string;
  title: string;
  entries: readonly Entry[];
}

const MOST = 6;

/** The entries that `typed` finds, the best first, each with the reason. */
export function found(typed: string, all: readonly Entry[], reason: (match: Match) => string | undefined): Entry[] {
  return all
    .flatMap((entry) => {
      const how = match(typed, entry.name, entry.words);
      return how === null ? [] : [{ how, entry: { ...entry, why: reason(how) } }];
    })
    .toSorted((a, b) => a.how.rank - b.how.rank)
    .slice(0, MOST)
    .map(({ entry }) => entry);
}
