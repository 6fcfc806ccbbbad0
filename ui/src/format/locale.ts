/**
 * A machine without a language of its own (locale "C" or "POSIX") makes WebKit report one that `Intl` refuses,
 * or takes and then writes numbers without separators.
 */
export function usable(language: string | undefined): string {
  try {
    const [known] = Intl.NumberFormat.supportedLocalesOf(language ?? []);
    return known === undefined || /posix/i.test(known) ? 'en' : known;
  } catch {
    return 'en';
  }
}

/** Sentences are English; numbers and dates follow the reader's own rules. */
export const readerLocale: string = usable(globalThis.navigator?.language);
