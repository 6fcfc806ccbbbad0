import { useMemo, useRef, useState } from 'react';
import type { Draft } from '#/api/types';
import { type Change, changesSince, keptOf, type Memory, memoryOf, type Remembered } from './remembered';

const NOTHING: readonly Change[] = [];

interface Resumed {
  /** What became of what the draft refers to, until it is acknowledged. */
  changes: readonly Change[];
  /** When the holder last knew all of it. */
  since: string | null;
  /** What to keep with the draft now. */
  memory: Memory;
  acknowledge: () => void;
}

/** Compares what a draft remembers with what is there. `present` is null while that isn't known. */
export function useResumed(draft: Draft | null, present: readonly Remembered[] | null): Resumed {
  const [before, setBefore] = useState<Memory>(() => {
    if (draft === null) return { things: [], since: null };
    const { things, since } = memoryOf(draft.values);
    return { things, since: since ?? draft.updatedAt };
  });
  // While a part is asked for anew, what was known a moment ago still stands.
  const last = useRef(present);
  last.current = present ?? last.current;
  const known = last.current;
  return useMemo(() => {
    const changes = known === null ? NOTHING : changesSince(before.things, known);
    return {
      changes,
      since: before.since,
      memory:
        known === null ? before : { things: keptOf(known, changes), since: changes.length === 0 ? null : before.since },
      acknowledge: () => setBefore({ things: known ?? before.things, since: null }),
    };
  }, [before, known]);
}
