import { barriers, createDomain, expect, fillProduct, fresh, orders, saved, test } from './screens';

const greeted = /^Hello/;

test.describe('in the sample company', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`somebody who answers for nothing finds first (${colorScheme})`, async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(demo.url);
      await page.getByRole('button', { name: /Analyst/ }).click();
      await expect(page.getByRole('heading', { level: 1, name: greeted })).toBeVisible();
      await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('What are you looking for?');
      await expect(page.getByRole('region', { name: 'What changed' }).getByRole('link').first()).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Search domains and data products' }).click();
      await expect(page.getByRole('combobox', { name: 'Search data, pages and actions' })).toBeFocused();
    });
  }

  test('a data owner sees what is theirs', async ({ page, demo }) => {
    await page.goto(demo.url);
    await page.getByRole('button', { name: /Data owner/ }).click();
    await expect(page.getByRole('region', { name: 'Your domains' }).getByRole('link').first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What are you looking for?' })).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Waits for you' })).toHaveCount(0);
    expect(await barriers(page)).toEqual([]);
  });
});

test('an administrator is told who can’t come in yet', async ({ page }) => {
  await page.goto('/people');
  await page.getByRole('button', { name: 'Add person' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('Name').fill('Mina Park');
  await window.getByLabel('E-mail').fill(`${fresh('mina').replace(' ', '')}@example.org`);
  await window.getByRole('button', { name: 'Add person' }).click();
  await window.getByRole('button', { name: 'Done' }).click();
  await page.goto('/');
  const waits = page.getByRole('region', { name: 'Waits for you' });
  await expect(waits.getByRole('link', { name: /can’t sign in yet/ })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await waits.getByRole('link', { name: /can’t sign in yet/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
});

test('what was begun is resumed from Home, and what stopped waits there', async ({ page, server }) => {
  test.setTimeout(180_000);
  const domain = fresh('Home of drafts');
  await createDomain(page, domain);
  await page.goto('/new/domain');
  const begun = fresh('Begun');
  await page.getByLabel('Name').fill(begun);
  await saved(page);
  await page.goto('/');
  await page.getByRole('region', { name: 'Go on with' }).getByRole('link', { name: begun }).click();
  await expect(page.getByLabel('Name')).toHaveValue(begun);

  const name = fresh('Stopped half-way');
  await fillProduct(page, domain, name, orders(400_000));
  await page.getByRole('button', { name: 'Publish product' }).click();
  const failed = page.getByRole('heading', { name: `“${name}” could not be published yet` });
  const end = Date.now() + 90_000;
  while (!(await failed.isVisible()) && Date.now() < end) {
    for (const pid of server.workers()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself between the look and the blow.
      }
    }
    await page.waitForTimeout(20);
  }
  await expect(failed).toBeVisible();
  await page.goto('/');
  const stopped = page.getByRole('region', { name: 'Waits for you' }).getByRole('link', { name: new RegExp(name) });
  await expect(stopped).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await stopped.click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be published' })).toBeVisible();
});
