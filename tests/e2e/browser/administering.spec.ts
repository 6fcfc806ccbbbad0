import type { Page } from '@playwright/test';
import { barriers, expect, fresh, test } from './screens';

/** Adds a person and answers the link with which they get in. */
async function add(page: Page, name: string, email: string): Promise<string> {
  await page.goto('/people');
  await page.getByRole('button', { name: 'Add person' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('Name').fill(name);
  await window.getByLabel('E-mail').fill(email);
  await window.getByRole('button', { name: 'Add person' }).click();
  await expect(window.getByText('It works once')).toBeVisible();
  const link = (await window.getByRole('code').textContent()) ?? '';
  await window.getByRole('button', { name: 'Done' }).click();
  return link;
}

test('a person is invited, comes in, loses their role and gets it back', async ({ page, browser }) => {
  const name = 'Nadia <b>Osei</b> 🧵';
  const link = await add(page, name, `${fresh('nadia').replace(' ', '')}@example.org`);
  await expect(page.getByRole('row', { name: /Nadia/ })).toContainText('Waiting for their link');
  expect(await barriers(page)).toEqual([]);

  const theirs = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const window = await theirs.newPage();
  await window.goto(link);
  await expect(window.getByRole('heading', { level: 1, name: `Welcome, ${name}` })).toBeVisible();
  await window.getByLabel('Password', { exact: true }).fill('three unrelated words');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Hello, Nadia' })).toBeVisible();
  await window.getByRole('link', { name: 'People' }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Add person' })).toHaveCount(0);
  await expect(window.getByLabel(/^Role of/)).toHaveCount(0);
  await window.getByRole('link', { name: 'Home' }).click();

  await page.getByLabel(`Role of ${name}`).selectOption({ label: 'No role' });
  await expect(page.getByText(`${name} is now without a role.`)).toBeVisible();
  const closed = window.getByRole('heading', { level: 1, name: "You're known here, but can't look around yet" });
  await expect(closed).toBeVisible();
  expect(await barriers(window)).toEqual([]);
  await page.getByLabel(`Role of ${name}`).selectOption({ label: 'Viewer' });
  await expect(window.getByRole('heading', { level: 1, name: 'Hello, Nadia' })).toBeVisible({ timeout: 20_000 });
  await theirs.close();
});

test('two administrators change the same person, and both versions are shown', async ({ page, context }) => {
  const name = fresh('Piotr');
  await add(page, name, `${name.replace(' ', '').toLowerCase()}@example.org`);
  const role = page.getByLabel(`Role of ${name}`);
  await expect(role).toHaveValue('member');

  // The other window hears of nothing, as when the change is in flight at the same moment.
  const other = await context.newPage();
  await other.route('**/api/v1/events', (route) => route.abort());
  await other.goto('/people');
  await expect(other.getByLabel(`Role of ${name}`)).toHaveValue('member');
  await role.selectOption({ label: 'Steward' });
  await expect(page.getByText(`${name} is now a steward.`)).toBeVisible();

  await other.getByLabel(`Role of ${name}`).selectOption({ label: 'Viewer' });
  const window = other.getByRole('dialog');
  await expect(window).toContainText(`Somebody else has changed ${name} meanwhile`);
  await expect(window).toContainText('Steward');
  await expect(window).toContainText('Viewer');
  expect(await barriers(other)).toEqual([]);
  await window.getByRole('button', { name: 'Save your change' }).click();
  await expect(other.getByText(`${name} is now a viewer.`)).toBeVisible();
  await expect(role).toHaveValue('viewer');
  await other.close();
});

test('an address that is taken is told at its field', async ({ page }) => {
  const email = `${fresh('twice').replace(' ', '')}@example.org`;
  await add(page, fresh('First'), email);
  await page.getByRole('button', { name: 'Add person' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('Name').fill('Second');
  await window.getByLabel('E-mail').fill(email);
  await window.getByRole('button', { name: 'Add person' }).click();
  await expect(window.getByLabel('E-mail')).toHaveAccessibleDescription(/taken/);
  await expect(window.getByLabel('Name')).toHaveValue('Second');
});

test('a token lets a program in until it is revoked', async ({ page, playwright, server }) => {
  const name = fresh('Nightly export');
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Create token' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('What will use it?').fill(name);
  await window.getByRole('button', { name: 'Create token' }).click();
  const secret = (await window.getByRole('code').textContent()) ?? '';
  expect(await barriers(page)).toEqual([]);
  await window.getByRole('button', { name: "I've copied it" }).click();

  const program = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
    storageState: { cookies: [], origins: [] },
  });
  expect((await program.get('/api/v1/domains')).status()).toBe(200);
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText(`The token “${name}” doesn't work any more.`)).toBeVisible();
  expect((await program.get('/api/v1/domains')).status()).toBe(401);
  await program.dispose();
});
