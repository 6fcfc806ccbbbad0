/** A workspace that lies on this computer. */
export interface LocalWorkspace {
  /** Names it to the host; never shown. */
  readonly key: string;
  /** Nothing if it can't be read. */
  readonly about: {
    readonly id: string;
    readonly name: string;
    readonly sample: boolean;
    readonly createdAt: string;
    readonly domains: number;
    readonly dataProducts: number;
    readonly people: number;
    readonly sizeBytes: number;
  } | null;
}

export interface LocalWorkspaces {
  /** The key of the one that is open; null before the first one, or after the last was deleted. */
  readonly open: string | null;
  readonly workspaces: readonly LocalWorkspace[];
}

export interface RestoredWorkspace {
  readonly name: string;
  readonly madeAt: string;
  /** How many people had something taken from them again that was taken since the backup. */
  readonly revoked: number;
}

/** The workspaces on this computer. After opening, creating, restoring or deleting, the page has to begin anew. */
export interface HostWorkspaces {
  list(): Promise<LocalWorkspaces>;
  open(key: string): Promise<void>;
  /** One's own with a name, the sample company without. */
  create(name: string | null): Promise<void>;
  /** `name` is what the person typed to confirm. */
  delete(key: string, name: string): Promise<void>;
  /** Hands a backup's file over, in pieces. */
  receive(file: File, onProgress: (sent: number) => void): Promise<void>;
  /** Restores what was handed over. */
  restore(passphrase: string): Promise<RestoredWorkspace>;
}
