/** A machine whose locale is "C" or "POSIX" makes WebKit report a language that `Intl` refuses. */
function usable(language: string | undefined): string | undefined {
  if (language === undefined) return undefined;
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0];
  } catch {
    return undefined;
  }
}

/** Sentences are English; numbers and dates follow the reader's own rules, or the platform's where unknown. */
export const readerLocale: string | undefined = usable(globalThis.navigator?.language);
