import { barriers, expect, test } from './screens';
import { Server } from './server';

const PASSWORD = 'three unrelated words';

test.describe('in front of a new workspace', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  let server: Server;
  test.beforeAll(async () => {
    server = await Server.start();
  });
  test.afterAll(() => server.stop());

  test('one is told to use the set-up link, then uses it, once', async ({ page, context }) => {
    const link = server.setUpLink ?? '';
    await page.goto(server.url);
    await expect(page.getByRole('heading', { level: 1, name: /waits to be set up/ })).toBeVisible();
    expect(await barriers(page)).toEqual([]);

    await page.goto(`${link.slice(0, -4)}0000`);
    await expect(page.getByRole('heading', { level: 1, name: "This link doesn't work any more" })).toBeVisible();

    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1, name: 'Set up this workspace' })).toBeVisible();
    await expect(page).toHaveURL(`${server.url}/set-up`);
    expect(await barriers(page)).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Set the password and go in' }).click();
    await expect(page.getByText('This is needed.')).toBeVisible();
    await expect(page.getByText('An e-mail address has one @')).toBeVisible();
    await expect(page.getByText('at least 12 characters', { exact: false }).last()).toBeVisible();
    await page.getByLabel('Name').fill('Ada Berg');
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Ada' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Begin with a domain' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);

    const again = await context.newPage();
    await again.goto(link);
    await expect(again.getByRole('heading', { level: 1, name: "This link doesn't work any more" })).toBeVisible();
    await again.close();
  });

  test('one signs in and comes to the page one asked for', async ({ page }) => {
    await page.goto(`${server.url}/settings`);
    await expect(page.getByRole('heading', { level: 1, name: /^Sign in to/ })).toBeVisible();
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText("E-mail and password don't match");
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();

    await page.getByRole('button', { name: 'Ada Berg Administrator' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /^Sign in to/ })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: /^Sign in to/ })).toBeVisible();
  });

  test('a way back that leads elsewhere isn’t followed', async ({ page }) => {
    await page.goto(`${server.url}/sign-in?next=%2F%2Fexample.org%2Fsteal`);
    await page.getByLabel('E-mail').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Ada' })).toBeVisible();
    await expect(page).toHaveURL(`${server.url}/`);
  });
});
