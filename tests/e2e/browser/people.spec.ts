import { barriers, expect, test } from './screens';

test.use({ storageState: { cookies: [], origins: [] } });

test('in the sample company rows belong to their owner; an administrator is told that access comes by grant', async ({
  page,
  demo,
}) => {
  await page.goto(demo.url);
  await page.getByRole('button', { name: /Data owner/ }).click();
  await page.getByRole('link', { name: 'Discover' }).click();
  const product = page.getByRole('table').getByRole('link').first();
  const name = (await product.textContent()) ?? '';
  await product.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('tab', { name: 'Rows' }).click();
  await expect(page.getByRole('gridcell').first()).toBeVisible();
  const address = page.url();

  await page
    .getByRole('button', { name: /Member|Data owner/ })
    .last()
    .click();
  await page.getByRole('menuitem', { name: /Administrator/ }).click();
  await expect(page.getByRole('link', { name: 'People' })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Access comes by grant' })).toBeVisible();
  await expect(page.getByRole('gridcell')).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
});

test('a manager sees everything and is offered nothing that they may not do', async ({ page, demo }) => {
  await page.goto(demo.url);
  await page.getByRole('button', { name: /Manager/ }).click();
  await page.getByRole('link', { name: 'Domains' }).click();
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create domain' })).toHaveCount(0);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0);
});
