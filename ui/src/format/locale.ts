/** Sentences are English; numbers and dates follow the reader's own rules. */
export const readerLocale: string | undefined = globalThis.navigator?.language;
