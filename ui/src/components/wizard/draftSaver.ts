/**
 * Keeps what is typed in a wizard on the platform.
 *
 * A save starts at the latest {@link SAVE_DELAY} ms after the first unsaved change (the timer is not pushed back by
 * later ones), one save is on its way at a time, and a save that fails is tried again until it succeeds: nothing typed
 * is given up as long as the window lives.
 */

/** Longest time in ms between the first unsaved change and the start of its save. */
export const SAVE_DELAY = 100;

const RETRY_DELAYS = [1_000, 2_000, 5_000, 15_000];

/** What is saved: the whole of the form and where in it one is. */
export interface DraftContent<V> {
  title: string;
  step: string;
  values: V;
}

/** What the platform acknowledged. */
export interface DraftReceipt {
  id: string;
  revision: number;
  savedAt: Date;
}

/** Where drafts are kept. `update` rejects with an error that `refusalOf` recognises. */
export interface DraftStore<V> {
  create(content: DraftContent<V>): Promise<DraftReceipt>;
  update(receipt: DraftReceipt, content: DraftContent<V>): Promise<DraftReceipt>;
  /** Receipt of the draft as the platform has it now, whoever saved it. */
  current(id: string): Promise<DraftReceipt>;
  /** `stale`: another window saved in between; `gone`: the draft was deleted; `other`: worth trying again. */
  refusalOf(error: unknown): 'stale' | 'gone' | 'other';
}

/** What the bottom bar says. `savedAt` is the time of the last acknowledged save, null before the first one. */
export interface SaveState {
  phase: 'untouched' | 'saving' | 'saved' | 'failed' | 'conflict';
  savedAt: Date | null;
  draftId: string | null;
  error: unknown;
}

export class DraftSaver<V> {
  #store: DraftStore<V>;
  #receipt: DraftReceipt | null;
  #unsaved: DraftContent<V> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flight: Promise<void> | null = null;
  #failures = 0;
  #closed = false;
  #state: SaveState;
  #listeners = new Set<() => void>();

  constructor(store: DraftStore<V>, receipt: DraftReceipt | null) {
    this.#store = store;
    this.#receipt = receipt;
    this.#state = {
      phase: receipt ? 'saved' : 'untouched',
      savedAt: receipt?.savedAt ?? null,
      draftId: receipt?.id ?? null,
      error: null,
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = (): SaveState => this.#state;

  /** Whether something typed has no acknowledgement yet. */
  unsaved(): boolean {
    return !this.#closed && (this.#unsaved !== null || this.#flight !== null);
  }

  /** Takes the newest content; older unsaved content is superseded by it. */
  change(content: DraftContent<V>): void {
    if (this.#closed) return;
    this.#unsaved = content;
    if (this.#state.phase === 'conflict') return;
    if (this.#state.phase !== 'failed') this.#show('saving');
    if (!this.#flight && this.#timer === undefined) this.#schedule(SAVE_DELAY);
  }

  /** Saves what is unsaved without waiting; resolves when it is acknowledged or has failed once. */
  async flush(): Promise<SaveState> {
    if (this.#flight) await this.#flight;
    while (this.#unsaved && !this.#closed && this.#state.phase !== 'conflict') {
      await this.#send();
      if (this.#state.phase === 'failed') break;
    }
    return this.#state;
  }

  /** After a conflict: what is in this window replaces what the other window saved. */
  async keepMine(content: DraftContent<V>): Promise<SaveState> {
    if (this.#receipt) {
      try {
        this.#receipt = await this.#store.current(this.#receipt.id);
      } catch (error) {
        if (this.#store.refusalOf(error) !== 'gone') {
          this.#show('conflict', error);
          return this.#state;
        }
        this.#receipt = null;
      }
    }
    this.#show('saving');
    this.change(content);
    return this.flush();
  }

  /** After a conflict: what the other window saved was loaded into this one. */
  takeTheirs(receipt: DraftReceipt): void {
    this.#unsaved = null;
    this.#receipt = receipt;
    this.#show('saved');
  }

  /** Stops saving: the draft was finished, deleted or left. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Undoes {@link close}. */
  open(): void {
    this.#closed = false;
    if (this.#unsaved) this.#schedule(SAVE_DELAY);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), delay);
  }

  #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flight ??= this.#save().finally(() => {
      this.#flight = null;
      if (this.#closed || !this.#unsaved || this.#state.phase === 'conflict') return;
      const retry = RETRY_DELAYS[Math.min(this.#failures, RETRY_DELAYS.length) - 1];
      this.#schedule(this.#state.phase === 'failed' ? (retry ?? SAVE_DELAY) : 0);
    });
    return this.#flight;
  }

  async #save(): Promise<void> {
    const content = this.#unsaved;
    if (!content) return;
    this.#unsaved = null;
    this.#show('saving');
    try {
      this.#receipt = this.#receipt
        ? await this.#store.update(this.#receipt, content)
        : await this.#store.create(content);
      this.#failures = 0;
      this.#show(this.#unsaved ? 'saving' : 'saved');
    } catch (error) {
      this.#unsaved ??= content;
      const refusal = this.#store.refusalOf(error);
      if (refusal === 'stale') {
        this.#show('conflict', error);
        return;
      }
      if (refusal === 'gone') this.#receipt = null;
      this.#failures += 1;
      this.#show('failed', error);
    }
  }

  #show(phase: SaveState['phase'], error: unknown = null): void {
    this.#state = {
      phase,
      savedAt: this.#receipt?.savedAt ?? this.#state.savedAt,
      draftId: this.#receipt?.id ?? null,
      error,
    };
    for (const listener of this.#listeners) listener();
  }
}
