import { readFileSync } from 'node:fs';
import {
  acceptSuggestions,
  barriers,
  createDomain,
  expect,
  fresh,
  giveFile,
  next,
  orders,
  publishProduct,
  replaceRows,
  test,
} from './screens';

test('a product says what it promises, in words and as the files that others read', async ({ page }) => {
  const domain = fresh('Promises');
  const name = fresh('Promised orders');
  await createDomain(page, domain);
  const address = await publishProduct(page, domain, name, orders(10));
  await page.goto(address);
  await page.getByRole('tab', { name: 'Contract' }).click();
  await expect(page.getByText('This is the first version')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'About the contract' })).toContainText('1.0.0');
  const promised = page.getByRole('region', { name: 'What is promised' });
  await expect(promised).toContainText('Ada Berg answers for it.');
  await expect(promised.getByRole('cell', { name: 'price_eur_net' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.getByText('As code').click();
  const code = page.getByRole('region', { name: 'Data contract', exact: true });
  await expect(code).toContainText('apiVersion: v3.1.0');
  await expect(code).toContainText('name: price_eur_net');
  expect(await barriers(page)).toEqual([]);
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as file' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^promised-orders-.*\.odcs\.yaml$/);
  expect(`${readFileSync(await download.path(), 'utf8')}`).toBe(await code.locator('pre').textContent());

  await page.getByText('Data product', { exact: true }).last().click();
  await expect(page.getByRole('region', { name: 'Data product', exact: true })).toContainText('kind: DataProduct');
});

test('what changed between two versions is told in sentences', async ({ page }) => {
  const domain = fresh('Changes');
  const name = fresh('Changing orders');
  await createDomain(page, domain);
  const address = await publishProduct(page, domain, name, orders(10));
  await page.goto(`${address}/publish`);
  await giveFile(page, { name: 'April.csv', bytes: Buffer.from('Order number,City,Country\nA-1,Kraków,PL\n') });
  await expect(page.getByRole('region', { name: 'Compared with version 1' })).toBeVisible();
  await next(page);
  await replaceRows(page);
  await acceptSuggestions(page);
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });

  await page.goto(`${address}?tab=contract`);
  const changed = page.getByRole('region', { name: 'What changed' });
  await expect(changed).toContainText('the contract goes from 1.0.0 to 2.0.0');
  const sentences = changed.getByRole('listitem');
  await expect(sentences.filter({ hasText: 'The column Price (EUR), net is gone.' })).toContainText('May break');
  await expect(sentences.filter({ hasText: 'The column Country is new.' })).toContainText('Compatible');
  await expect(sentences.last()).toContainText('Compatible');
  expect(await barriers(page)).toEqual([]);
});
