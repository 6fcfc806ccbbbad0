let navigated = false;

/** Told by the router when a page is left; the first page shown keeps the browser's own focus. */
export function markNavigated(): void {
  navigated = true;
}

export function hasNavigated(): boolean {
  return navigated;
}
