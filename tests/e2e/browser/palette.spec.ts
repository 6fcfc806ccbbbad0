import type { Page } from '@playwright/test';
import { barriers, createDomain, expect, fresh, saved, test } from './screens';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search data, pages and actions' });
const settings = async (page: Page) => {
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
};

test('the keyboard alone finds a domain from anywhere, and comes back to it as opened last', async ({ page }) => {
  const name = fresh('Warehousing');
  await createDomain(page, name);
  await settings(page);
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  // One typing mistake is forgiven, and the hit says so.
  await page.keyboard.type('warehuosing');
  await expect(page.getByRole('option', { name: new RegExp(`${name}.*Similar name`) })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await field(page).fill(name);
  const first = page.getByRole('option').first();
  await expect(first).toHaveAccessibleName(new RegExp(`${name}.*Domain.*Name`));
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1, name });
  await expect(heading).toBeFocused();
  await expect(page).toHaveTitle(`${name} · Selvedge`);

  await settings(page);
  await page.keyboard.press('Control+k');
  const recent = page.getByRole('group', { name: 'Opened last' }).getByRole('option').first();
  await expect(recent).toHaveAccessibleName(new RegExp(name));
  await expect(recent).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(heading).toBeFocused();
});

test('who presses Enter before the answer has come gets the first hit, not an older one', async ({ page }) => {
  const name = fresh('Hurriedly typed');
  await createDomain(page, name);
  await settings(page);
  await page.route('**/api/v1/search?*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('pages and actions are found by other words too, each saying why', async ({ page }) => {
  await settings(page);
  await page.getByRole('button', { name: 'Search or jump to' }).click();
  await field(page).fill('members');
  await expect(page.getByRole('option', { name: /^People.*Also “members”/ })).toBeVisible();
  await field(page).fill('setings');
  await expect(page.getByRole('option', { name: /^Settings.*Similar name/ })).toBeVisible();
  await field(page).fill('add a person');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('E-mail')).toBeVisible();
  await expect(page).toHaveURL('/people#add');
});

test('an action that stays gives the focus back; Esc too', async ({ page }) => {
  await settings(page);
  const button = page.getByRole('button', { name: 'New', exact: true });
  await button.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(button).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(field(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test('nothing found says so, and what to do instead', async ({ page }) => {
  await settings(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('there is no such thing');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is called or described like' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Instead, you could' }).getByRole('option')).toHaveCount(3);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Discover' })).toBeVisible();
});

test('a draft is resumed from the palette, which opens over a wizard as well', async ({ page }) => {
  const name = fresh('Half a domain');
  await page.goto('/new/domain');
  await page.getByLabel('Name').fill(name);
  await saved(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`resume ${name}`);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name')).toHaveValue(name);
});

test('single keys lead and make, never while typing, and can be switched off', async ({ page }) => {
  await settings(page);
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeFocused();
  await page.keyboard.press('n');
  const name = page.getByLabel('Name');
  await name.focus();
  await page.keyboard.type('gh?n/');
  await expect(name).toHaveValue('gh?n/');
  await expect(page).toHaveURL(/\/new\/domain/);

  await settings(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Discover')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await sheet.getByRole('switch', { name: 'Single keys are shortcuts' }).press(' ');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(field(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
});

test.describe('somebody who may only look', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('is offered only what they may do', async ({ page, demo }) => {
    await page.goto(demo.url);
    await page.getByRole('button', { name: /Manager/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option', { name: 'Discover' })).toBeVisible();
    await expect(page.getByRole('option', { name: /^Create|^Add a person/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeHidden();
    await page.keyboard.press('n');
    await expect(page).toHaveURL(`${demo.url}/`);
  });
});
