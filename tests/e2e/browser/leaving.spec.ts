import { createDomain, expect, fillProduct, fresh, orders, test } from './screens';

test('a publication that was left tells its end elsewhere, with a way to the result', async ({ page }) => {
  test.setTimeout(180_000);
  const domain = fresh('Left');
  await createDomain(page, domain);
  const name = fresh('Left to itself');
  await fillProduct(page, domain, name, orders(120_000));
  await page.getByRole('button', { name: 'Publish product' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Publishing “${name}”` })).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByText(`“${name}” is published`)).toBeVisible({ timeout: 120_000 });
  await page.getByRole('link', { name: 'See the data product' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
