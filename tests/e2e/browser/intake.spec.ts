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
  replaceRows,
  test,
} from './screens';

/** As a till exports it: a title, semicolons, decimal commas, a byte a letter, and two rows that broke. */
const messy = {
  name: 'Umsatz Oktober.csv',
  bytes: Buffer.from(
    [
      'Umsatz je Filiale',
      'Stand;31.10.2024',
      '',
      'Filiale;Umsatz;Kunden;Anteil',
      'Köln;1.234,56;12;0,5',
      'Düren;987,00;-;0,25',
      'Düren;kaputt',
      'Aachen;2.000.000,10;1.200;1,5',
      'Bonn;1,00;7;2,5;zu viel;noch mehr',
      'Trier;-3,5;8;3,5',
      '',
    ].join('\r\n'),
    'latin1',
  ),
};

const published = [
  { filiale: 'Köln', umsatz: 1234.56, kunden: 12, anteil: 0.5 },
  { filiale: 'Düren', umsatz: 987, kunden: null, anteil: 0.25 },
  { filiale: 'Aachen', umsatz: 2000000.1, kunden: 1200, anteil: 1.5 },
  { filiale: 'Trier', umsatz: -3.5, kunden: 8, anteil: 3.5 },
];

test('a messy file is understood, asks one thing, and loses no row', async ({ page, server }) => {
  const domain = fresh('Branches');
  const name = fresh('Branch sales');
  await createDomain(page, domain);
  await page.goto('/new/data-product');
  await giveFile(page, messy);
  const panel = page.getByRole('region', { name: 'How we read this file' });
  await expect(panel).toContainText('Separated by semicolons');
  await expect(panel).toContainText('Western (Windows-1252)');
  await expect(panel).toContainText('3 lines above the table skipped');
  await expect(panel).toContainText('Numbers like 1.234,56');
  const misfits = panel.getByRole('group', { name: '2 rows don’t fit the table. What should become of them?' });
  await expect(misfits).toBeVisible();
  const listed = panel.getByRole('table', { name: 'Rows that don’t fit' });
  await expect(listed.getByRole('row', { name: /^7 2 values where 4 were expected Düren;kaputt/ })).toBeVisible();
  await expect(listed.getByRole('row', { name: /^9 6 values where 4 were expected/ })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: '1,234.56' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  // Nothing is dropped that nobody decided about.
  await next(page);
  const summary = page.getByRole('alert').filter({ hasText: 'before you can go on' });
  await summary.getByRole('link', { name: 'Rows that don’t fit' }).click();
  await expect(misfits.getByRole('radio').first()).toBeFocused();
  await misfits.getByRole('radio', { name: /^Don’t publish this file/ }).check();
  await expect(misfits).toContainText('As it is, this file isn’t published');
  await misfits.getByRole('radio', { name: /^Publish the others/ }).check();
  await next(page);

  await asks(page, 'What is it for?');
  await page.getByLabel('Name').fill(name);
  await pickDomain(page, domain);
  await page.getByLabel('Purpose').fill('What each branch sold.');
  await next(page);
  await acceptSuggestions(page);
  await asks(page, 'Is everything as you want it?');
  const accounted = page.getByText('6 rows in the file = 4 published + 2 left out');
  await expect(accounted.first()).toBeVisible();
  await page.getByRole('button', { name: 'Publish product' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });
  expect(newestTable(server.folder)).toEqual(published);

  const address = (await page.getByRole('link', { name: /^See the product/ }).getAttribute('href')) ?? '';
  await page.goto(`${address}?tab=rows`);
  await page.getByText('2 rows of the file didn’t fit the table; 4 rows were published.').click();
  await expect(page.getByRole('row', { name: /Düren;kaputt/ })).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  // The next file is read as the last one was, and asks nothing twice.
  await page.goto(`${address}/publish`);
  await giveFile(page, { ...messy, name: 'Umsatz November.csv' });
  await expect(panel).toContainText('As version 1 was read');
  await expect(misfits.getByRole('radio', { name: /^Publish the others/ })).toBeChecked();
  await next(page);
  await replaceRows(page);
  await asks(page, 'What do the columns say?');
});

test('each choice shows at once, by keyboard alone', async ({ page }) => {
  await page.goto('/new/data-product');
  await giveFile(page, { name: 'kg.csv', bytes: Buffer.from('item;weight\nA;1.234\nB;12.500\n') });
  const panel = page.getByRole('region', { name: 'How we read this file' });
  const question = panel.getByRole('group', { name: 'What does 1.234 mean in this file?' });
  await expect(question.getByRole('radio', { name: '1.234 means 1,234' })).toBeVisible();
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('gridcell', { name: '12,500', exact: true })).toBeVisible();
  await expect(question).toBeHidden();

  const change = panel.getByRole('button', { name: 'Change' });
  await change.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByLabel('Between values')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await panel.getByLabel('Between values').selectOption({ label: 'Comma ( , )' });
  await expect(page.getByRole('gridcell', { name: 'A;1.234' })).toBeVisible();
  await panel.getByRole('button', { name: 'Recognise anew' }).click();
  await expect(page.getByRole('gridcell', { name: 'A;1.234' })).toBeHidden();
  await expect(question).toBeVisible();

  const lines = panel.getByLabel('Lines above the table');
  await lines.fill('1');
  await expect(page.getByRole('columnheader', { name: 'Column 1' })).toBeVisible();
  // A choice that leaves nothing of the file can be taken back where it was made.
  await lines.fill('40');
  await expect(lines).toHaveAccessibleDescription(/Nothing of the file is left below these lines/);
  await expect(panel.getByLabel('Between values')).toHaveValue(';');
  await lines.fill('0');
  await expect(page.getByRole('columnheader', { name: /weight/ })).toBeVisible();
});
