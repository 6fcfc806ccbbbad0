import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type DraftContent, type DraftReceipt, DraftSaver, type DraftStore, SAVE_DELAY } from './draftSaver';

interface Values {
  name: string;
}

const content = (name: string): DraftContent<Values> => ({ title: name, step: 'one', values: { name } });

/** A platform of one draft whose answers take `latency` ms and fail as told. */
class Platform implements DraftStore<Values> {
  latency = 10;
  failures: ('stale' | 'gone' | 'other')[] = [];
  stored: string[] = [];
  begun: { name: string; at: number }[] = [];
  #revision = 0;
  #flying = 0;
  most = 0;

  async #answer(name: string): Promise<DraftReceipt> {
    this.#flying += 1;
    this.most = Math.max(this.most, this.#flying);
    this.begun.push({ name, at: Date.now() });
    await new Promise((resolve) => setTimeout(resolve, this.latency));
    this.#flying -= 1;
    const failure = this.failures.shift();
    if (failure) throw new Error(failure);
    this.stored.push(name);
    this.#revision += 1;
    return { id: 'draft', revision: this.#revision, savedAt: new Date() };
  }

  create = ({ values }: DraftContent<Values>) => this.#answer(values.name);
  update = (_: DraftReceipt, { values }: DraftContent<Values>) => this.#answer(values.name);
  current = async (id: string) => ({ id, revision: this.#revision, savedAt: new Date() });
  refusalOf = (error: unknown) => (error as Error).message as 'stale' | 'gone' | 'other';
}

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

describe('a draft', () => {
  test('is saved at the latest 100 ms after the first unsaved key, however fast one types on', async () => {
    const platform = new Platform();
    const saver = new DraftSaver(platform, null);
    for (let key = 1; key <= 40; key += 1) {
      saver.change(content('x'.repeat(key)));
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(platform.begun[0]?.at).toBeLessThanOrEqual(SAVE_DELAY);
    await vi.advanceTimersByTimeAsync(1000);
    expect(platform.stored.at(-1)).toBe('x'.repeat(40));
    expect(saver.state().phase).toBe('saved');
  });

  test('has one save on its way at a time, and the next one takes the newest content', async () => {
    const platform = new Platform();
    platform.latency = 500;
    const saver = new DraftSaver(platform, null);
    saver.change(content('a'));
    await vi.advanceTimersByTimeAsync(SAVE_DELAY + 1);
    saver.change(content('ab'));
    saver.change(content('abc'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(platform.most).toBe(1);
    expect(platform.stored).toEqual(['a', 'abc']);
  });

  test('that could not be saved is tried again until it is', async () => {
    const platform = new Platform();
    platform.failures = ['other', 'other', 'other'];
    const saver = new DraftSaver(platform, null);
    saver.change(content('kept'));
    await vi.advanceTimersByTimeAsync(200);
    expect(saver.state().phase).toBe('failed');
    expect(saver.unsaved()).toBe(true);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(platform.stored).toEqual(['kept']);
    expect(saver.state().phase).toBe('saved');
  });

  test('that was deleted elsewhere is begun anew rather than lost', async () => {
    const platform = new Platform();
    const saver = new DraftSaver(platform, { id: 'old', revision: 3, savedAt: new Date(0) });
    platform.failures = ['gone'];
    saver.change(content('kept'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(platform.stored).toEqual(['kept']);
    expect(saver.state().draftId).toBe('draft');
  });

  test('that another window saved waits for a decision and overwrites nothing meanwhile', async () => {
    const platform = new Platform();
    platform.failures = ['stale'];
    const saver = new DraftSaver(platform, { id: 'draft', revision: 1, savedAt: new Date(0) });
    saver.change(content('mine'));
    await vi.advanceTimersByTimeAsync(200);
    expect(saver.state().phase).toBe('conflict');
    saver.change(content('mine, typed on'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(platform.stored).toEqual([]);
    const kept = saver.keepMine(content('mine, typed on'));
    await vi.advanceTimersByTimeAsync(1000);
    await kept;
    expect(platform.stored).toEqual(['mine, typed on']);
    expect(saver.state().phase).toBe('saved');
  });

  test('is saved at once when it is left', async () => {
    const platform = new Platform();
    const saver = new DraftSaver(platform, null);
    saver.change(content('left'));
    const left = saver.flush();
    await vi.advanceTimersByTimeAsync(11);
    expect((await left).phase).toBe('saved');
    expect(platform.stored).toEqual(['left']);
  });

  test('that is closed is saved no more', async () => {
    const platform = new Platform();
    const saver = new DraftSaver(platform, null);
    saver.change(content('too late'));
    saver.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(platform.stored).toEqual([]);
  });
});
