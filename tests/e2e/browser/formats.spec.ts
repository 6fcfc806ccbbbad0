import { workbookOf, zipOf } from './archive';
import { newestTable } from './delta';
import {
  acceptSuggestions,
  asks,
  barriers,
  createDomain,
  expect,
  fresh,
  giveFile,
  next,
  pickDomain,
  test,
} from './screens';

/** As a controller keeps it: a cover, a title above the table, days, a cell without a value. */
const book = {
  name: 'Umsatz 2025.xlsx',
  bytes: workbookOf({
    Cover: [['Sales of the north']],
    Sales: [
      ['Sales, all shops', null, null, null],
      [null, null, null, null],
      ['Shop', 'Day', 'Amount', 'Customers'],
      ['Köln', { day: 45943 }, 1234.5, 12],
      ['Düren', { day: 45944 }, 987, null],
    ],
    Shops: [
      ['Shop', 'Town'],
      ['K1', 'Köln'],
    ],
  }),
};

test('a workbook is read by its first table, its sheets are offered, and it is published', async ({ page, server }) => {
  const domain = fresh('Controlling');
  const name = fresh('Shop sales');
  await createDomain(page, domain);
  await page.goto('/new/data-product');
  await giveFile(page, book);
  const panel = page.getByRole('region', { name: 'How we read this file' });
  await expect(panel).toContainText('Excel workbook');
  await expect(panel).toContainText(
    'This workbook has 3 sheets. We read “Sales”, because it is the first with a table.',
  );
  await expect(panel).toContainText('2 lines above the table skipped');
  await expect(page.getByRole('gridcell', { name: '1,234.5' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await panel.getByRole('button', { name: 'Change' }).click();
  await expect(panel.getByLabel('Between values')).toBeHidden();
  await panel.getByLabel('Sheet').selectOption('Shops');
  await expect(page.getByRole('columnheader', { name: /Town/ })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await panel.getByLabel('Sheet').selectOption('Sales');
  await expect(page.getByRole('columnheader', { name: /Customers/ })).toBeVisible();

  await next(page);
  await asks(page, 'What is it for?');
  await page.getByLabel('Name').fill(name);
  await pickDomain(page, domain);
  await page.getByLabel('Purpose').fill('What each shop sold.');
  await next(page);
  await acceptSuggestions(page);
  await asks(page, 'Is everything as you want it?');
  await page.getByRole('button', { name: 'Publish product' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });
  const rows = newestTable(server.folder);
  expect(rows).toEqual([
    { shop: 'Köln', day: '2025-10-13', amount: 1234.5, customers: 12 },
    { shop: 'Düren', day: '2025-10-14', amount: 987, customers: null },
  ]);
});

test('an archive of several files asks which one is the table', async ({ page }) => {
  await page.goto('/new/data-product');
  const bytes = zipOf([
    { name: 'orders.csv', content: 'order,total\nA-1,5\n' },
    { name: 'shops.ndjson', content: '{"shop": "K1", "address": {"town": "Köln"}}\n' },
  ]);
  await giveFile(page, { name: 'export.zip', bytes });
  const panel = page.getByRole('region', { name: 'How we read this file' });
  const question = panel.getByRole('group', { name: 'This archive holds 2 files. Which one is the table?' });
  await expect(question).toBeVisible();
  await next(page);
  const summary = page.getByRole('alert').filter({ hasText: 'before you can go on' });
  await summary.getByRole('link', { name: 'File in the archive' }).click();
  await expect(question.getByRole('radio').first()).toBeFocused();
  // What was answered is asked no more: there is nothing left to look at whether it is checked.
  await question.getByRole('radio', { name: 'shops.ndjson' }).click();
  await expect(page.getByRole('columnheader', { name: /address/ })).toBeVisible();
  await expect(panel).toContainText('The file was packed. We read “shops.ndjson” in it.');
  await panel.getByRole('button', { name: 'Change' }).click();
  await panel.getByLabel('Values inside values').selectOption({ label: 'A column each, like address.city' });
  await expect(page.getByRole('columnheader', { name: /address.town/ })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Köln' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('dates that can be read in two ways are asked for', async ({ page }) => {
  await page.goto('/new/data-product');
  await giveFile(page, { name: 'days.csv', bytes: Buffer.from('id,day\n1,01/02/2025\n2,03/04/2025\n') });
  const panel = page.getByRole('region', { name: 'How we read this file' });
  const question = panel.getByRole('group', { name: 'What does 01/02/2025 mean in this file?' });
  await expect(question).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await question.getByRole('radio', { name: /the month comes first$/ }).click();
  await expect(question).toBeHidden();
  await expect(page.getByText('dates like 01/02/2025 are read as 2025-01-02.')).toBeVisible();
});
