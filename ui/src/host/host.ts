import type { ProblemError } from '#/api/problem';
import type { Transport } from '#/api/transport';
import type { HostWorkspaces } from './workspaces';

/** A file that the machine handed over and the platform now holds as an upload. */
export interface HandedFile {
  readonly uploadId: string;
  readonly fileName: string | null;
}

/** A file that the machine couldn't hand over, and why. */
export interface RefusedFile {
  readonly fileName: string;
  readonly problem: ProblemError;
}

/** The reader's own choices; they belong to the machine, not to the workspace. */
export interface Preferences {
  readonly colorScheme: 'light' | 'dark' | 'auto';
  /** Whether keys without Ctrl or ⌘ are shortcuts. */
  readonly singleKeys: boolean;
  /** Whether the machine tells what happens while the window is in the background. */
  readonly notifies: boolean;
}

/** What the machine tells. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** Notices with the same tag are one, from whichever window they come. */
  readonly tag?: string;
  /** What it leads to, where the machine can say that it was clicked. */
  readonly onOpen?: () => void;
}

/** The screen's only seam to the machine it runs on. Ask for a capability, never for the kind of host. */
export interface Host {
  readonly kind: 'browser' | 'desktop';
  readonly transport: Transport;
  /** Whether the code of a page comes over a network, which may be gone when the page is wanted. */
  readonly pagesComeLate: boolean;
  /** Whether `pickFile` opens a native dialog; where false, use `<input type="file">`. */
  readonly canPickFiles: boolean;
  /** Opens the native dialog; null when the person closes it without choosing. Throws a ProblemError. */
  pickFile(): Promise<HandedFile | null>;
  /** Files dropped on the window by the machine (the browser reports drops as DOM events instead). Returns the way to stop. */
  onFileDropped(listener: (file: HandedFile) => void): () => void;
  /** Dropped files that couldn't be taken in. Returns the way to stop. */
  onFileRefused(listener: (refusal: RefusedFile) => void): () => void;
  /** Whether a file hovers over the window. Returns the way to stop. */
  onFileDragged(listener: (over: boolean) => void): () => void;
  /** Saves a text as a file where the person wants it; false when they change their mind. Throws a ProblemError. */
  saveFile(file: { name: string; text: string }): Promise<boolean>;
  /** Tells the person something while the window is in the background, if they want that. */
  notify(notice: Notice): Promise<void>;
  /** Whether the machine would show it; where it has to ask the person first, only with `ask`. */
  mayNotify(ask?: boolean): Promise<boolean>;
  /** The workspaces on this computer; null where the address decides which one it is. */
  readonly workspaces: HostWorkspaces | null;
  /** Saves a finished backup where the person chooses; false when they change their mind. Throws a ProblemError. */
  saveBackup(id: string, fileName: string): Promise<boolean>;
  /** Read once before the first paint. */
  loadPreferences(): Promise<Preferences>;
  savePreference<K extends keyof Preferences>(key: K, value: Preferences[K]): Promise<void>;
}

export const defaultPreferences: Preferences = { colorScheme: 'auto', singleKeys: true, notifies: false };

/** Keeps only what is a known preference with a known value. */
export function readPreferences(stored: unknown, defaults = defaultPreferences): Preferences {
  if (typeof stored !== 'object' || stored === null) return defaults;
  const { colorScheme, singleKeys, notifies } = stored as Record<string, unknown>;
  return {
    colorScheme: colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : 'auto',
    singleKeys: singleKeys !== false,
    notifies: typeof notifies === 'boolean' ? notifies : defaults.notifies,
  };
}
