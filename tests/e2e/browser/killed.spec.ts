import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './screens';
import { Server } from './server';

const TEXT = 'Everything that shops and the web shop sell, and what comes back, by the day and by the shop. ';
/** What may be missing of the typing before the kill. */
const LOST_MS = 250;

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
    for (const [round, after] of [900, 1_700, 2_300].entries()) {
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
      await page.waitForTimeout(after);
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
      const least = typed.filter(({ at }) => at < killed - LOST_MS).at(-1)?.length ?? 0;
      expect(least).toBeGreaterThan(5);
      expect(text.startsWith(kept)).toBe(true);
      expect(kept.length).toBeGreaterThanOrEqual(least);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
