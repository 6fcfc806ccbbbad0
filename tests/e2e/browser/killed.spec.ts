import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './screens';
import { Server } from './server';

const TEXT = 'Everything that shops and the web shop sell, and what comes back, by the day and by the shop. ';
/** How long before the kill typing may be missing; a busy machine may take longer now and then. */
const LOST_MS = 250;
const LOST_AT_MOST_MS = 1_000;
/** The keys after which it is killed, one round each. */
const ROUNDS = [25, 50, 75];

/** Types until told to stop; answers how much was typed when. */
function typing(page: Page, text: string): { typed: { at: number; length: number }[]; stop: () => Promise<void> } {
  const typed: { at: number; length: number }[] = [];
  let going = true;
  const done = (async () => {
    for (let length = 1; going && length <= text.length; length += 1) {
      await page.keyboard.type(text.charAt(length - 1));
      typed.push({ at: performance.now(), length });
      await page.waitForTimeout(15);
    }
  })();
  return {
    typed,
    stop: async () => {
      going = false;
      await done;
    },
  };
}

test('a server that is killed in the middle of typing loses the last moment at most', async ({ browser }) => {
  let server = await Server.start({ demo: true });
  const { folder, url } = server;
  try {
    const late: string[] = [];
    for (const [round, keys] of ROUNDS.entries()) {
      const name = `Killed ${round}`;
      const context = await browser.newContext({ baseURL: url, storageState: { cookies: [], origins: [] } });
      const page = await context.newPage();
      await page.goto('/');
      await page.getByRole('button', { name: /data owner/i }).click();
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      await page.goto('/new/domain');
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Purpose').focus();
      const text = TEXT.repeat(10);
      const { typed, stop } = typing(page, text);
      await expect.poll(() => typed.length, { intervals: [5] }).toBeGreaterThanOrEqual(keys);
      const killed = performance.now();
      await server.kill();
      await stop();
      await context.close();

      server = await Server.start({ demo: true, folder, listen: new URL(url).host });
      const later = await browser.newContext({ baseURL: url, storageState: { cookies: [], origins: [] } });
      const again = await later.newPage();
      await again.goto('/');
      await again.getByRole('button', { name: /data owner/i }).click();
      await again.getByRole('link', { name: 'Drafts', exact: false }).first().click();
      await again.getByRole('link', { name }).click();
      await expect(again.getByLabel('Name')).toHaveValue(name);
      const kept = await again.getByLabel('Purpose').inputValue();
      await later.close();
      expect(text.startsWith(kept)).toBe(true);
      const before = (ms: number) => typed.filter(({ at }) => at < killed - ms).length;
      expect(kept.length).toBeGreaterThanOrEqual(before(LOST_AT_MOST_MS));
      if (kept.length < before(LOST_MS)) late.push(`of ${typed.length} keys ${kept.length} were kept`);
    }
    expect(late.length * 2, late.join('; ')).toBeLessThan(ROUNDS.length);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
