import { sensors } from './parquet';
import {
  acceptSuggestions,
  asks,
  barriers,
  createDomain,
  expect,
  fresh,
  giveFile,
  orders,
  pickDomain,
  publishProduct,
  replaceRows,
  test,
} from './screens';

test('from a CSV file to rows that are found by search', async ({ page }) => {
  const domain = fresh('Sales');
  const name = fresh('Store orders');
  await createDomain(page, domain);
  const address = await publishProduct(page, domain, name, orders(1200));

  await page.goto('/');
  await page.getByRole('button', { name: 'Search or jump to' }).click();
  await page.getByRole('combobox', { name: 'Search data, pages and actions' }).fill(name.replace('orders', 'ordes'));
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(address);
  await expect(page.getByRole('cell', { name: 'price_eur_net' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText('1,200');

  await page.getByRole('tab', { name: 'Rows' }).click();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('gridcell', { name: 'line 1, "quoted"', exact: true })).toBeVisible();
  await expect(grid).toHaveAttribute('aria-rowcount', '1201');
  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('gridcell', { name: 'line 1199, "quoted"' })).toBeVisible();
  await page.keyboard.press('Control+Home');
  await expect(grid.getByRole('gridcell', { name: '100000', exact: true })).toBeVisible();
});

test('a Parquet file keeps what few programs can hold, and says how', async ({ page }) => {
  const domain = fresh('Machines');
  const name = fresh('Sensors');
  await createDomain(page, domain);
  await page.goto('/new/data-product');
  await giveFile(page, sensors());
  const notes = page.getByRole('list', { name: 'What is stored in another way than it arrives' });
  await expect(notes).toContainText('Sensor: whole numbers too large for most programs are stored as exact decimals');
  await expect(notes).toContainText('Never filled: no row has a value');
  await expect(page.getByText('3 rows', { exact: true })).toBeVisible();

  const address = await publishProduct(page, domain, name, sensors());
  await page.goto(`${address}?tab=rows`);
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('gridcell', { name: '18,446,744,073,709,551,615' })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: '<b>bold</b>' })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'empty' }).first()).toBeVisible();
});

test('the keyboard alone is enough', async ({ page }) => {
  const domain = fresh('Keyboard');
  const name = fresh('Typed orders');
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  /** Presses Tab until the focus is on the element with this name. */
  const tabTo = async (target: ReturnType<typeof page.getByRole>) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches it; the focus is on ${await focused()}`);
  };

  await page.goto('/domains');
  await tabTo(page.getByRole('link', { name: 'Create domain' }));
  await page.keyboard.press('Enter');
  await asks(page, 'What part of the business is it?');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await tabTo(page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type(domain);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Made without a mouse.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Aggregate' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Who looks after it?' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await asks(page, 'Which house rules hold?');
  await page.keyboard.press('Control+Enter');
  await asks(page, 'Is everything as you want it?');
  await page.keyboard.press('Control+Enter');
  await asks(page, `“${domain}” is ready`);
  await tabTo(page.getByRole('link', { name: /^Create a data product/ }));
  await page.keyboard.press('Enter');

  await asks(page, 'Which data is it?');
  await tabTo(page.locator('input[type="file"]'));
  // The dialog of the machine is beyond the page; its answer isn't.
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  const file = orders(40);
  await (await chooser).setFiles({ name: file.name, mimeType: 'text/csv', buffer: file.bytes });
  await expect(page.getByText('as they will be read')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await asks(page, 'What is it for?');
  await tabTo(page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
  await expect(page.getByRole('combobox', { name: 'Domain' })).toHaveValue(domain);
  await tabTo(page.getByRole('textbox', { name: 'Purpose' }));
  await page.keyboard.type('Shows that no hand is needed but on the keys.');
  await page.keyboard.press('Control+Enter');
  await asks(page, 'What do the columns say?');
  await expect(page.getByText(/^Suggested from all 40 rows/)).toBeVisible({ timeout: 30_000 });
  const accept = page.getByRole('button', { name: /^Accept (all \d|what is said)/ });
  while ((await accept.count()) > 0) {
    await tabTo(accept.first());
    await page.keyboard.press('Enter');
  }
  await tabTo(page.getByLabel('Description of Order number'));
  await page.keyboard.type('Printed on the receipt.');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Description of Price (EUR), net')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await asks(page, 'What can others rely on?');
  await page.keyboard.press('Control+Enter');
  await asks(page, 'Is everything as you want it?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });
  await tabTo(page.getByRole('link', { name: /^Read its rows/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: '100000', exact: true })).toBeVisible();
});

test('a file dropped on any page begins a data product', async ({ page }) => {
  await createDomain(page, fresh('Dropped'));
  await page.goto('/');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const { name, bytes } = orders(5);
  const drop = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text ?? ''], fileName ?? '', { type: 'text/csv' }));
      return transfer;
    },
    [name, bytes.toString()],
  );
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: drop });
  await expect(page.getByText('Let go to make a data product of this file')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: drop });
  await asks(page, 'Which data is it?');
  await expect(page.getByRole('gridcell', { name: 'Kraków' }).first()).toBeVisible();
});

test('a new version says what is new, changed and gone before it is published', async ({ page }) => {
  const domain = fresh('Versions');
  const name = fresh('Monthly orders');
  await createDomain(page, domain);
  const address = await publishProduct(page, domain, name, orders(10));
  await page.goto(address);
  await page.getByRole('link', { name: 'Publish a new version' }).click();
  await giveFile(page, {
    name: 'April.csv',
    bytes: Buffer.from('Order number,City,Country\nA-1,Kraków,PL\nA-2,東京,JP\n'),
  });
  const changes = page.getByRole('region', { name: 'Compared with version 1' });
  await expect(changes).toContainText('1 new column: Country');
  await expect(changes).toContainText('1 column changes its type: Order number');
  await expect(changes).toContainText('2 columns are gone: Price (EUR), net, Remark');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Next' }).click();
  await replaceRows(page);
  await acceptSuggestions(page);
  await expect(page.getByText('is gone. What was published before keeps it.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });
  await page.goto(`${address}?tab=rows`);
  await expect(page.getByRole('gridcell', { name: 'A-2' })).toBeVisible();
  await page.getByLabel('Version', { exact: true }).selectOption({ label: 'Version 1' });
  await expect(page.getByRole('gridcell', { name: '100000', exact: true })).toBeVisible();
});

test('a domain that is missing can be made on the way', async ({ page }) => {
  const domain = fresh('On the way');
  await page.goto('/new/data-product');
  await giveFile(page, orders(5));
  await expect(page.getByText('as they will be read')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Purpose').fill('Kept while the domain is made.');
  await page.getByRole('button', { name: 'Create a domain' }).click();
  await asks(page, 'What part of the business is it?');
  await page.getByLabel('Name').fill(domain);
  await page.getByLabel('Purpose').fill('Made on the way.');
  await page.getByRole('button', { name: 'Next' }).click();
  await asks(page, 'Who looks after it?');
  await page.getByRole('button', { name: 'Next' }).click();
  await asks(page, 'Which house rules hold?');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Create domain' }).click();
  await page.getByRole('link', { name: /^Go on with your data product/ }).click();
  await asks(page, 'What is it for?');
  await expect(page.getByLabel('Purpose')).toHaveValue('Kept while the domain is made.');
  await expect(page.getByRole('combobox', { name: 'Domain' })).toHaveValue(domain);
  await pickDomain(page, domain);
});
