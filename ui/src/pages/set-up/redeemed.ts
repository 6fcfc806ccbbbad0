import type { SetUpRedeemed } from '#/api/types';

/*
 * A set-up link works once. What it opened is kept for the tab, so that a reload before the password
 * is set leads back to the form; the right itself is in a cookie that no script sees.
 */

const KEY = 'selvedge.set-up';

export function keepRedeemed(redeemed: SetUpRedeemed | null): void {
  try {
    if (redeemed === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(redeemed));
  } catch {
    // Without storage a reload needs a new link, which the page says.
  }
}

export function keptRedeemed(): SetUpRedeemed | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return typeof kept === 'object' && kept !== null && 'purpose' in kept ? (kept as SetUpRedeemed) : null;
  } catch {
    return null;
  }
}
