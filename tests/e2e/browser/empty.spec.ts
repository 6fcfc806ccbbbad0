import { readFileSync } from 'node:fs';
import { barriers, createDomain, expect, fresh, test } from './screens';

/** What the platform answers when something is wrong with it. */
const BROKEN = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: 'about:blank',
    title: 'internal',
    status: 500,
    code: 'internal',
    requestId: '01990000-cafe-7000-8000-000000000000',
  }),
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a page that fails offers a report, shown before it is saved (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.route('**/api/v1/domains?*', (route) => route.fulfill(BROKEN));
    await page.goto('/domains');
    await expect(page.getByRole('heading', { name: 'Something went wrong on our side' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save a report' }).click();
    const window = page.getByRole('dialog', { name: 'A report for your administrator' });
    const shown = (await window.getByRole('region', { name: 'What the report holds' }).textContent()) ?? '';
    for (const part of ['Page: /domains', 'internal (500)', '01990000-cafe', 'GET /api/v1/domains  internal (500)']) {
      expect(shown).toContain(part);
    }
    expect(shown).not.toContain('Ada');
    expect(await barriers(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await window.getByRole('button', { name: 'Save the report' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^selvedge-report-.*\.txt$/);
    expect(readFileSync(await file.path(), 'utf8').trim()).toBe(shown.trim());
    await page.unroute('**/api/v1/domains?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Something went wrong on our side' })).toBeHidden();
  });
}

test('what was read stays on screen when a newer answer doesn’t come', async ({ page }) => {
  await createDomain(page, fresh('Stays'));
  await page.goto('/');
  const begin = page.getByRole('heading', { name: /first data product|What changed/ });
  await expect(begin.first()).toBeVisible();
  await page.route('**/api/v1/d*', (route) => route.fulfill(BROKEN));
  // Coming back to the window asks anew.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.waitForTimeout(1000);
  await expect(begin.first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save a report' })).toHaveCount(0);
});

test('a page that breaks gives back what was typed on it', async ({ page }) => {
  const address = await createDomain(page, fresh('Breaks'));
  await page.goto(`${address}/edit`);
  await page.getByLabel('Purpose').fill('A purpose that must not be lost.');
  // An answer that no platform of ours gives breaks what draws it.
  await page.route('**/api/v1/drafts', (route) => route.fulfill({ json: { items: {} } }));
  await page.keyboard.press('Control+k');
  const typed = page.getByRole('region', { name: 'What you had typed here' });
  await expect(typed).toContainText('A purpose that must not be lost.');
  await expect(typed.getByRole('button', { name: 'Copy Purpose' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save a report' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('addresses that end in new lead to the wizards, unless something is called that', async ({ page }) => {
  await page.goto('/domains/new');
  await expect(page).toHaveURL(/\/new\/domain/);
  await expect(page.getByRole('heading', { level: 1, name: 'What part of the business is it?' })).toBeVisible();
  await page.goto('/data-products/new');
  await expect(page).toHaveURL(/\/new\/data-product/);
  await expect(page.getByRole('heading', { level: 1, name: 'Which data is it?' })).toBeVisible();
  await createDomain(page, 'New');
  await page.goto('/domains/new');
  await expect(page.getByRole('heading', { level: 1, name: 'New', exact: true })).toBeVisible();
});

test('what isn’t there has a way on, and nothing to try again', async ({ page }) => {
  await page.goto('/domains/there-is-none');
  await expect(page.getByRole('heading', { name: "This isn't here" })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
});

test.describe('somebody who may only look', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is told so at a wizard’s address, and whom to ask (${colorScheme})`, async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(demo.url);
      await page.getByRole('button', { name: /Manager/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
      for (const address of ['/new/domain', '/new/data-product', '/domains/new']) {
        await page.goto(`${demo.url}${address}`);
        await expect(page.getByRole('heading', { level: 1, name: 'You may not do this' })).toBeVisible();
        await expect(page.getByText('Ask an administrator of this workspace.')).toBeVisible();
        await expect(page.getByRole('link', { name: 'Go to home' })).toBeVisible();
        expect(await barriers(page)).toEqual([]);
      }
    });
  }
});
