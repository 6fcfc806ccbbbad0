import { asks, barriers, createDomain, expect, fresh, giveFile, next, pickDomain, replaceRows, saved, test } from './screens';

/** As a shop's database exports it: names of programs, people, a key, few kinds, a gap. */
function customers(rows: number, more = '') {
  const lines = Array.from({ length: rows }, (_, at) => {
    const segment = ['small', 'middle', 'large'][at % 3];
    const city = at === 6 ? '' : 'Bremen';
    return `C-${String(at).padStart(4, '0')},person${at}@example.org,${segment},${city},${at % 50}`;
  });
  return {
    name: 'customer_export.csv',
    bytes: Buffer.from(`customer_id,email,segment,city,loyalty_points\n${lines.join('\n')}\n${more}`),
  };
}

test('columns are reviewed by exception, promises are chosen, and both stand on the product’s page', async ({
  page,
}) => {
  const domain = fresh('Promises');
  const name = fresh('Customers');
  await createDomain(page, domain);
  await page.goto('/new/data-product');
  await giveFile(page, customers(60));
  await expect(page.getByText('as they will be read')).toBeVisible();
  await next(page);
  await asks(page, 'What is it for?');
  await page.getByLabel('Name').fill(name);
  await pickDomain(page, domain);
  await page.getByLabel('Purpose').fill('Whom we serve, for the yearly letter.');
  await next(page);

  await asks(page, 'What do the columns say?');
  await expect(page.getByText('Suggested from all 60 rows of the file.')).toBeVisible({ timeout: 30_000 });
  const look = page.getByRole('region', { name: /^Look at/ });
  await expect(look).toContainText('customer_id');
  await expect(look).toContainText('All 60 values that were checked have the form of an e-mail address.');
  await expect(look).toContainText('The cover applies once access is granted');
  expect(await barriers(page)).toEqual([]);

  // What has to be looked at isn't passed over.
  await next(page);
  await expect(page.getByRole('alert').filter({ hasText: 'before you can go on' })).toBeVisible();
  await page.getByRole('button', { name: 'Accept what is said of Email' }).click();
  await page.getByRole('button', { name: 'Change what is said of Email' }).first().click();
  await look
    .getByRole('group', { name: 'What is said of Email' })
    .getByLabel('Covered as')
    .selectOption('Only the end is shown');
  await page.getByRole('button', { name: 'Done with Email' }).first().click();
  const accept = page.getByRole('button', { name: /^Accept (all \d|what is said)/ });
  while ((await accept.count()) > 0) await accept.first().click();
  await expect(look).toContainText('You looked at all of them.');
  await saved(page);
  await page.reload();
  await expect(look).toContainText('Only the end shown');
  await next(page);

  await asks(page, 'What can others rely on?');
  const rules = page.getByRole('list', { name: 'Quality rules' });
  await expect(rules).toContainText('No value of Customer ID occurs twice.');
  await expect(rules.getByRole('checkbox', { name: 'No value of Customer ID occurs twice.' })).toBeChecked();
  await expect(rules).toContainText('Segment is one of: large, middle, small.');
  await expect(rules).toContainText('1 of 60 rows breaks it');
  await expect(rules).toContainText('Row 7: empty');
  await rules.getByRole('checkbox', { name: 'City is never empty.' }).check();
  await rules.getByRole('button', { name: /^Change: Loyalty points is at least 0/ }).click();
  await rules.getByLabel('At most', { exact: true }).fill('40');
  await expect(rules).toContainText('Loyalty points lies between 0 and 40.');
  await expect(rules.getByText(/rows break it · /)).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  // A broken rule that stops publishing says so before anything happens, and where to mend it.
  const severity = page.getByLabel(/^When it is broken: Loyalty points/);
  await severity.selectOption('Stops publishing');
  await next(page);
  await asks(page, 'Is everything as you want it?');
  await expect(page.getByText(/The rows break a rule that stops publishing/).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Look at the promises' }).click();
  await asks(page, 'What can others rely on?');
  await severity.selectOption('Only warns');
  await next(page);
  await asks(page, 'Is everything as you want it?');
  await page.getByRole('button', { name: 'Publish product' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: /^See the product/ }).click();

  const columns = page.getByRole('table', { name: 'Columns' });
  await expect(columns.getByRole('row', { name: /customer_id/ })).toContainText('Key');
  await expect(columns.getByRole('row', { name: /email/ })).toContainText('Only the end shown');
  await page.getByRole('tab', { name: 'Promises' }).click();
  await expect(page.getByRole('heading', { name: /2 of \d promises are broken\./ })).toBeVisible();
  await expect(page.getByText('Row 7: empty')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Contract' }).click();
  await expect(page.getByText('Customer ID tells one row from another.')).toBeVisible();
  await expect(page.getByText('One column holds personal data: Email.')).toBeVisible();

  // The next file is held to the same promises and asks nothing twice; what stops it has a way out.
  const address = page.url().replace(/\?.*/, '');
  await page.goto(`${address}/publish`);
  await giveFile(page, customers(60, 'C-0001,again@example.org,small,Bremen,3\n'));
  await expect(page.getByText('as they will be read')).toBeVisible();
  await next(page);
  await replaceRows(page);
  await asks(page, 'What do the columns say?');
  await expect(page.getByText(/^Suggested from/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: /^Look at/ })).toBeHidden();
  await next(page);
  await expect(page.getByText('1 of 61 rows breaks it · 98% keep it').first()).toBeVisible();
});
