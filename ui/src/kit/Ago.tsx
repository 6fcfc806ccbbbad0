import { Tooltip } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { formatAgo, formatMoment } from '#/format/time';

const TICK_MS = 30_000;

let ticks = 0;
let clock: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

/** One clock for all times on the page: a list shows hundreds of them. */
function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  clock ??= setInterval(() => {
    ticks += 1;
    for (const each of watchers) each();
  }, TICK_MS);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}

/** A time as people say it, with the exact one on hover; keeps itself current. */
export function Ago({ value, now }: { value: string; now?: number }) {
  useSyncExternalStore(watch, () => ticks);
  const [pointed, setPointed] = useState(false);
  const time = (
    <time dateTime={value} onMouseEnter={() => setPointed(true)} onMouseLeave={() => setPointed(false)}>
      {formatAgo(value, now)}
    </time>
  );
  if (!pointed) return time;
  return (
    <Tooltip opened label={formatMoment(value)}>
      {time}
    </Tooltip>
  );
}
