import AxeBuilder from '@axe-core/playwright';
import { createDomain, expect, fresh, test } from './screens';
import { Server } from './server';

test('the first Tab leads past the rail', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

for (const width of [1280, 900]) {
  test(`the menu of whoever is signed in is called by what it shows, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/settings');
    await expect(page.getByRole('button', { name: 'Ada Berg Administrator' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withRules(['label-content-name-mismatch']).analyze();
    expect(violations.map(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
  });
}

test('the chosen theme is kept', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'As the system' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

test('a lost connection is told and mends by itself', async ({ browser }) => {
  const first = await Server.start({ demo: true });
  const page = await browser.newPage({ storageState: { cookies: [], origins: [] } });
  await page.goto(first.url);
  await page.getByRole('button', { name: /Steward/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
  // Long enough for the events to be followed and the code of the other pages to be here.
  await page.waitForTimeout(4000);
  await first.stop({ keep: true });
  const lost = page.getByText("The workspace can't be reached right now.");
  await expect(lost).toBeVisible({ timeout: 20_000 });
  await page.getByRole('link', { name: 'Domains', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible();

  const second = await Server.start({ demo: true, folder: first.folder, listen: new URL(first.url).host });
  await expect(lost).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
  await page.close();
  await second.stop();
});

test('an address that leads nowhere says so inside the frame', async ({ page }) => {
  await page.goto('/nowhere/at/all');
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to home' }).click();
  await expect(page).toHaveURL('/');
});

test('another window’s change appears without a reload', async ({ page, context }) => {
  await page.goto('/domains');
  await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible();
  const name = fresh('Appears by itself');
  const other = await context.newPage();
  await createDomain(other, name);
  await other.close();
  await expect(page.getByRole('link', { name })).toBeVisible();
});
