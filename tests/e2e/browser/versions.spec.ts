import type { Page } from '@playwright/test';
import { newestTable } from './delta';
import { acceptSuggestions, asks, barriers, createDomain, expect, fresh, giveFile, next, publishProduct, test } from './screens';

const csv = (name: string, ...lines: string[]) => ({ name, bytes: Buffer.from(`${lines.join('\n')}\n`) });

const first = csv('orders-1.csv', 'Order no.,Customer,Amount', '1,Ada,10.5', '2,Ben,20', '3,Cem,30');
const second = csv('orders-2.csv', 'Order no.,Customer,Amount', '3,Cem,33', '2,Ben,20', '4,Dua,40');

async function makeProduct(page: Page, name: string): Promise<string> {
  const domain = fresh('Shop');
  await createDomain(page, domain);
  return publishProduct(page, domain, name, first);
}

test('the next file updates rows by their key, the one after asks nothing, and the first version is put back', async ({
  page,
  server,
}) => {
  const name = fresh('Orders');
  const product = await makeProduct(page, name);
  await page.goto(product);

  await page.getByRole('link', { name: 'Publish a new version' }).click();
  await giveFile(page, second);
  await expect(page.getByText('The same columns as before.')).toBeVisible();
  await next(page);
  await asks(page, 'What should happen to the rows that are there?');
  await page.getByRole('radio', { name: 'Update and add' }).check();
  const key = page.getByRole('group', { name: 'Which columns tell one row from another?' });
  await expect(key.getByRole('checkbox', { name: 'Order no.' })).toBeChecked();
  const compared = page.getByRole('region', { name: 'What would change' });
  await expect(compared).toContainText('row is added1');
  await expect(compared).toContainText('row changes1');
  await expect(compared).toContainText('rows stay as they are2');
  expect(await barriers(page)).toEqual([]);

  // A key that tells nothing apart is refused where it is chosen.
  await key.getByRole('checkbox', { name: 'Order no.' }).uncheck();
  await next(page);
  await expect(page.getByText('Choose at least one column.')).toBeVisible();
  await key.getByRole('checkbox', { name: 'Order no.' }).check();
  await next(page);
  await acceptSuggestions(page);
  await expect(page.getByText('1 row changes, 1 is added, 2 stay: 4 in all.')).toBeVisible();
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible();
  const rows = newestTable(server.folder);
  expect(rows.map((row) => Object.values(row)).sort()).toEqual([
    [1, 'Ada', 10.5],
    [2, 'Ben', 20],
    [3, 'Cem', 33],
    [4, 'Dua', 40],
  ]);

  // The file after that: dropped on the product's page, published as the last one was.
  await page.goto(product);
  await expect(page.getByRole('link', { name: 'Publish a new version' })).toBeVisible();
  const third = csv('orders-3.csv', 'Order no.,Customer,Amount', '4,Dua,44', '5,Eva,50');
  const dropped = await page.evaluateHandle(
    ({ name: file, text }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], file, { type: 'text/csv' }));
      return carried;
    },
    { name: third.name, text: third.bytes.toString() },
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: dropped });
  await expect(page.getByText(`Drop it: the next version of “${name}”`)).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await asks(page, 'Is everything as you want it?');
  await expect(page.getByText('1 row changes, 1 is added, 3 stay: 5 in all.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible();

  // And back to the beginning.
  await page.goto(`${product}?tab=versions`);
  await expect(page.getByText('Updated version 2')).toBeVisible();
  await page.getByRole('button', { name: 'Put version 1 back' }).click();
  const asked = page.getByRole('dialog', { name: 'Put version 1 back?' });
  await expect(asked).toContainText('will be as version 1 was, with 3 rows.');
  await expect(asked).toContainText('Version 3 stays readable');
  expect(await barriers(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Put version 1 back' }).click();
  await expect(page.getByRole('heading', { name: `Version 1 of “${name}” is back` })).toBeVisible();
  await page.goto(`${product}?tab=versions`);
  await expect(page.getByText('As version 1')).toBeVisible();
  await page.goto(`${product}?tab=rows`);
  await expect(page.getByRole('gridcell', { name: '10.5' })).toBeVisible();
  expect(newestTable(server.folder)).toHaveLength(3);
});

test('rows that can’t stand together are said so, with the way out', async ({ page }) => {
  const name = fresh('Parted');
  await page.goto(await makeProduct(page, name));
  await page.getByRole('link', { name: 'Publish a new version' }).click();
  await giveFile(page, csv('orders-2.csv', 'Order no.,Customer', 'x,Ada', 'y,Ben'));
  await expect(page.getByRole('region', { name: 'Compared with version 1' })).toContainText('1 column is gone: Amount');
  await next(page);
  await page.getByRole('radio', { name: 'Add these rows' }).check();
  const said = page.getByRole('alert').filter({ hasText: 'can’t stand in one table' });
  await expect(said).toContainText('The column Amount is missing in the file.');
  await expect(said).toContainText('The column Order no. holds something else now: row 1 says “x”.');
  expect(await barriers(page)).toEqual([]);
  await next(page);
  await expect(page.getByRole('alert').filter({ hasText: 'before you can go on' })).toBeVisible();
  await page.getByRole('radio', { name: 'Replace everything' }).check();
  await expect(page.getByRole('region', { name: 'What would change' })).toContainText('rows go3');
});
