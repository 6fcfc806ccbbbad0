import { useSyncExternalStore } from 'react';

/** The one window of the frame that is open. */
export type Opened = 'palette' | 'shortcuts' | 'notifications' | null;

let opened: Opened = null;
const watchers = new Set<() => void>();

function show(next: Opened): void {
  opened = next;
  for (const watcher of watchers) watcher();
}

/** Never a window on a window: while a page shows one of its own, this does nothing. */
export function openPalette(): void {
  if (opened !== 'shortcuts' && document.querySelector('[role="dialog"][aria-modal="true"]') === null) show('palette');
}

export const openShortcuts = (): void => show('shortcuts');
export const openNotifications = (): void => show('notifications');
/** Leaves alone what was opened in its place. */
export function closeNotifications(): void {
  if (opened === 'notifications') show(null);
}

export const closeOpened = (): void => show(null);

export const currentlyOpened = (): Opened => opened;

export function useOpened(): Opened {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => opened,
  );
}
