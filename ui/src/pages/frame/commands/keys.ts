import type { Session } from '#/api/types';
import { type Action, type ActionId, actions } from './actions';
import { type Place, placesOf } from './places';

/** What a key press asks for. */
export type Asked = { place: Place } | { action: Action } | { palette: true } | { going: true };

/** A second key that comes later than this belongs to nothing. */
export const GO_WITHIN_MS = 1500;

/** What `n` makes at an address: what its list holds, or else a data product. */
export function madeAt(pathname: string, places: readonly Place[]): ActionId {
  return places.find(({ to }) => to.to === pathname)?.makes ?? 'create-data-product';
}

/** What a key asks for; `afterG` when `g` was pressed just before. Null for a key that means nothing. */
export function askedBy(key: string, afterG: boolean, pathname: string, session: Session): Asked | null {
  const places = placesOf(session);
  if (afterG) {
    const place = places.find((each) => each.key === key.toLowerCase());
    return place === undefined ? null : { place };
  }
  if (key === 'g') return { going: true };
  if (key === '/') return { palette: true };
  const action =
    key === 'n'
      ? actions.find(({ id }) => id === madeAt(pathname, places))
      : actions.find((each) => each.key !== undefined && each.key === key);
  return action === undefined ? null : { action };
}

/** Whether the keys pressed there are for somebody else: a field, a list that is searched by letters, an open window. */
export function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null) return true;
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="listbox"], [role="tree"]',
    ) !== null
  );
}
