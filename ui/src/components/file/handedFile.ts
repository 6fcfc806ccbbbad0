/*
 * A file that was dropped on another page waits here until the wizard that it begins has opened.
 * A File can't travel in an address.
 */

let waiting: File | null = null;

export function handFile(file: File): void {
  waiting = file;
}

/** The waiting file, once. */
export function takeHandedFile(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
