import { barriers, createDomain, expect, fresh, publishProduct, test } from './screens';

const NAMES = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Barbara Liskov', 'Donald Knuth'];

/** People with what tells them, beside what tells nobody. */
function people(rows: number) {
  const lines = Array.from({ length: rows }, (_, at) => {
    const name = NAMES[at % NAMES.length] ?? '';
    const email = at % 4 === 0 ? '' : `${name.toLowerCase().replace(' ', '.')}${at}@example.org`;
    const born = `19${60 + (at % 39)}-0${1 + (at % 9)}-1${at % 9}`;
    return [at + 1, name, email, born, ((at * 37) % 101) + 0.5, ['open', 'paid', 'late'][at % 3]].join(',');
  });
  const header = 'Number,Customer name,E-mail,Date of birth,Amount,State';
  return { name: 'People.csv', bytes: Buffer.from(`${header}\n${lines.join('\n')}\n`) };
}

test('a profile says what each column means and why, and is searched', async ({ page }) => {
  const domain = fresh('Profiled');
  await createDomain(page, domain);
  const address = await publishProduct(page, domain, fresh('People'), people(400));
  await page.goto(address);
  await page.getByRole('tab', { name: 'Profile' }).click();
  const table = page.getByRole('table', { name: 'What the columns hold' });
  await expect(table.getByRole('button', { name: /^Details of / })).toHaveCount(6);
  await expect(page.getByText('6 columns, 400 rows · 3 columns seem to hold personal data')).toBeVisible();

  const email = table.getByRole('row', { name: /E-mail/ });
  await expect(email).toContainText('E-mail address');
  await expect(email).toContainText('75%');
  await email.getByRole('button', { name: 'Details of E-mail' }).press('Enter');
  await expect(page.getByText('The heading says “email”.')).toBeVisible();
  await expect(page.getByText('All 300 values that were checked have the form of an e-mail address.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: /^Personal data/ }).click();
  await expect(table.getByRole('button', { name: /^Details of / })).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('birth');
  await expect(table.getByRole('button', { name: /^Details of / })).toHaveCount(1);
  await expect(table).toContainText('Date of birth');
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'No column matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all columns' }).click();
  await expect(table.getByRole('button', { name: /^Details of / })).toHaveCount(6);
});

test('one row and no rows have a profile too', async ({ page }) => {
  const domain = fresh('Small');
  await createDomain(page, domain);
  const address = await publishProduct(page, domain, fresh('Single'), people(1));
  await page.goto(`${address}?tab=profile`);
  const table = page.getByRole('table', { name: 'What the columns hold' });
  await expect(table.getByRole('button', { name: /^Details of / })).toHaveCount(6);
  await expect(page.getByText('6 columns, 1 row ·')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('two hundred columns stay fluid', async ({ page }) => {
  const domain = fresh('Wide');
  await createDomain(page, domain);
  const header = Array.from({ length: 200 }, (_, at) => `Measure ${at}`).join(',');
  const lines = Array.from({ length: 300 }, (_, row) =>
    Array.from({ length: 200 }, (_, at) => ((row * (at + 7)) % 997) / 4).join(','),
  );
  const file = { name: 'Wide.csv', bytes: Buffer.from(`${header}\n${lines.join('\n')}\n`) };
  const address = await publishProduct(page, domain, fresh('Wide'), file);
  await page.goto(`${address}?tab=profile`);
  const rows = page.getByRole('button', { name: /^Details of / });
  await expect(rows).toHaveCount(100);
  await page.getByRole('button', { name: 'Show 100 more' }).click();
  await expect(rows).toHaveCount(200);
  // 19, 119 and 190 to 199: each word is looked for by itself.
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('Measure 19');
  await expect(rows).toHaveCount(12);
});
