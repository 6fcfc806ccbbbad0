import { useSyncExternalStore } from 'react';

/*
 * The publications this window has started and not yet seen the end of, so that their end can be told
 * wherever the person is by then. Kept for the tab, so that a reload forgets none.
 */

const KEY = 'selvedge.started-publications';

function read(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

let started: readonly string[] = read();
const watchers = new Set<() => void>();

function set(next: readonly string[]): void {
  started = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage a reload forgets; the product's page still tells.
  }
  for (const watcher of watchers) watcher();
}

export function rememberStarted(publicationId: string): void {
  if (!started.includes(publicationId)) set([...started, publicationId]);
}

export function forgetStarted(publicationId: string): void {
  if (started.includes(publicationId)) set(started.filter((id) => id !== publicationId));
}

/** Ids of the publications whose end is still to be told. */
export function useStarted(): readonly string[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => started,
  );
}
