/*
 * What was typed on the page that is open, so that a page that breaks can give it back. It stays in this window's
 * memory, is forgotten when the page is left, and holds no secrets.
 */

export interface Typed {
  label: string;
  value: string;
}

const MOST = 40;
const typed = new Map<string, string>();

const SECRET = 'input[type="password"], [autocomplete*="password"], [autocomplete="one-time-code"], [data-secret]';
const PASSING = '[type="search"], [role="combobox"], [type="file"], [type="checkbox"], [type="radio"], [type="range"]';

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  return (field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '').trim();
}

/** Follows what is typed into fields that hold words; what only filters or finds isn't kept. */
export function watchTyping(): void {
  document.addEventListener('input', ({ target: field }) => {
    if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return;
    if (field.matches(SECRET) || field.matches(PASSING)) return;
    const label = labelOf(field);
    if (label === '') return;
    typed.delete(label);
    if (field.value.trim() !== '' && typed.size < MOST) typed.set(label, field.value);
  });
}

export function lastTyped(): readonly Typed[] {
  return [...typed].map(([label, value]) => ({ label, value }));
}

export function forgetTyped(): void {
  typed.clear();
}
