/*
 * Finds pages and actions by what one types, with the same manners as the catalogue's search: whole beginnings first,
 * other words for the same thing next, one typing mistake forgiven.
 */

export interface Match {
  /** Found by another word for it: that word. */
  also?: string;
  typo: boolean;
  /** Smaller is better. */
  rank: number;
}

/** Shorter words with a mistake in them are other words. */
const FORGIVEN_FROM = 4;

export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether one key too many, too few, wrong or too early makes `a` of `b`. */
export function oneMistake(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  const rest = (word: string, skipped: number) => word.slice(from + skipped);
  const swapped = a[from] === b[from + 1] && a[from + 1] === b[from] && rest(a, 2) === rest(b, 2);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1) || swapped;
}

function begins(word: string, token: string): boolean {
  return word.startsWith(token);
}

function nearlyBegins(word: string, token: string): boolean {
  if (token.length < FORGIVEN_FROM) return false;
  return [-1, 0, 1].some((more) => oneMistake(token, word.slice(0, token.length + more)));
}

/** How `typed` finds something called `name`, also known as `others`; null when it doesn't. */
export function match(typed: string, name: string, others: readonly string[] = []): Match | null {
  const tokens = wordsOf(typed);
  if (tokens.length === 0) return null;
  const names = wordsOf(name);
  for (const typo of [false, true]) {
    const fits = (words: readonly string[], token: string) =>
      words.some((word) => begins(word, token) || (typo && nearlyBegins(word, token)));
    const worse = typo ? 3 : 0;
    if (tokens.every((token) => fits(names, token))) {
      return { typo, rank: worse + (begins(names.join(' '), tokens.join(' ')) ? 0 : 1) };
    }
    const also = others.find((other) => {
      const words = wordsOf(other);
      return (
        tokens.some((token) => fits(words, token)) && tokens.every((token) => fits(words, token) || fits(names, token))
      );
    });
    if (also !== undefined) return { also, typo, rank: worse + 2 };
  }
  return null;
}
