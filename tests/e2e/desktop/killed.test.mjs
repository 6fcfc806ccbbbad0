// A window that is killed in the middle of typing has all but the last moment of it when it is opened again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyFolder, openWindow } from './window.mjs';

const TEXT = 'Everything that shops and the web shop sell, and what comes back. '.repeat(20);
/** What may be missing of the typing before the kill. */
const LOST_MS = 250;

/** Types until told to stop; answers how much was typed when. */
function typing(page) {
  const typed = [];
  let going = true;
  const done = (async () => {
    for (let length = 1; going && length <= TEXT.length; length += 1) {
      await page.type(TEXT[length - 1]);
      typed.push({ at: performance.now(), length });
    }
  })();
  return {
    typed,
    stop: () => {
      going = false;
      return done.catch(() => undefined);
    },
  };
}

test('a window that is killed in the middle of typing', async (context) => {
  const folder = emptyFolder(context);
  let page = await openWindow(folder);
  context.after(() => page.close());
  for (const [round, after] of [1500, 2300].entries()) {
    const name = `Killed ${round}`;
    await page.go('/new/domain');
    await page.fill(/^Name/, name);
    await page.fill(/^Purpose/, '');
    const { typed, stop } = typing(page);
    await sleep(after);
    const killed = performance.now();
    await page.kill();
    await stop();

    page = await openWindow(folder);
    await page.go('/drafts');
    await page.press('link', new RegExp(name));
    const purpose = await page.find('textbox', /^Purpose/);
    await page.browser.waitUntil(async () => (await purpose.getValue()) !== '', { timeout: 10_000 });
    const kept = await purpose.getValue();
    const least = typed.filter(({ at }) => at < killed - LOST_MS).at(-1)?.length ?? 0;
    assert.ok(least > 3, `only ${least} keys were typed`);
    assert.ok(TEXT.startsWith(kept), `it holds something else: ${kept}`);
    assert.ok(kept.length >= least, `${least} keys were typed before the last moment, ${kept.length} were kept`);
  }
});
