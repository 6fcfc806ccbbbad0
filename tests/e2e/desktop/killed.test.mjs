// A window that is killed in the middle of typing has all but the last moment of it when it is opened again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyFolder, openWindow } from './window.mjs';

const TEXT = 'Everything that shops and the web shop sell, and what comes back. '.repeat(20);
/** How long before the kill typing may be missing; a busy machine may take longer now and then. */
const LOST_MS = 250;
const LOST_AT_MOST_MS = 1000;
/** The keys after which it is killed, one round each. */
const ROUNDS = [20, 35, 50];

/** Types until told to stop; answers how much was typed when. */
function typing(page) {
  const typed = [];
  let going = true;
  const done = (async () => {
    for (let length = 1; going && length <= TEXT.length; length += 1) {
      await page.type(TEXT[length - 1]);
      typed.push({ at: performance.now(), length });
    }
    // The window goes away in the middle of a key.
  })().catch(() => undefined);
  return {
    typed,
    stop: () => {
      going = false;
      return done;
    },
  };
}

test('a window that is killed in the middle of typing', async (context) => {
  const folder = emptyFolder(context);
  let page = await openWindow(folder);
  context.after(() => page.close());
  const late = [];
  for (const [round, keys] of ROUNDS.entries()) {
    const name = `Killed ${round}`;
    await page.go('/');
    await page.sees(/Begin with a domain|Home/);
    await page.go('/new/domain');
    await page.fill(/^Name/, name);
    await page.press('textbox', /^Purpose/);
    const { typed, stop } = typing(page);
    while (typed.length < keys) await sleep(5);
    const killed = performance.now();
    await page.kill();
    await stop();

    page = await openWindow(folder);
    await page.go('/drafts');
    await page.press('link', new RegExp(name));
    const purpose = await page.find('textbox', /^Purpose/);
    await page.browser.waitUntil(async () => (await purpose.getValue()) !== '', { timeout: 10_000 });
    const kept = await purpose.getValue();
    assert.ok(TEXT.startsWith(kept), `it holds something else: ${kept}`);
    const before = (ms) => typed.filter(({ at }) => at < killed - ms).length;
    assert.ok(kept.length >= before(LOST_AT_MOST_MS), `of ${typed.length} keys ${kept.length} were kept`);
    if (kept.length < before(LOST_MS)) late.push(`of ${typed.length} keys ${kept.length} were kept`);
  }
  assert.ok(late.length * 2 < ROUNDS.length, late.join('; '));
});
