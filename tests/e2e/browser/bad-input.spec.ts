import { asks, barriers, createDomain, expect, fresh, giveFile, next, test } from './screens';

const refused = [
  ['only spaces', '   ', 'This is needed.'],
  ['10,000 characters', 'x'.repeat(10_000), 'This is too long: 120 characters is the most.'],
  ['an invisible turn of direction', 'sales\u202Egpj', 'This contains invisible characters.'],
  ['a control character', 'a\u0007b', 'This contains control characters'],
] as const;

for (const [title, name, reason] of refused) {
  test(`a name with ${title} is refused at its field`, async ({ page }) => {
    await page.goto('/new/domain');
    await page.getByLabel('Purpose').fill('A test.');
    await page.getByLabel('Name').fill(name);
    await next(page);
    const summary = page.getByRole('alert');
    await expect(summary).toContainText(reason);
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription(new RegExp(reason.slice(0, 20)));
    expect(await barriers(page)).toEqual([]);
    await summary.getByRole('link', { name: 'Name' }).click();
    await expect(page.getByLabel('Name')).toBeFocused();
  });
}

const kept = [
  ['right to left', 'مبيعات التجزئة'],
  ['emoji', 'Sales 🧵👩‍👩‍👧'],
  ['SQL', "'; DROP TABLE domains; --"],
  ['HTML', '<img src=x onerror=alert(1)><b>Bold</b>'],
  ['120 characters', `Long ${'x'.repeat(115)}`],
] as const;

for (const [title, name] of kept) {
  test(`a name of ${title} is stored and shown exactly`, async ({ page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const address = await createDomain(page, name);
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await page.goto('/domains');
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    expect(dialogs).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  });
}

test('a name that looks like another is refused while typing, and the other is shown', async ({ page }) => {
  const name = fresh('Sales');
  await createDomain(page, name);
  await page.goto('/new/domain');
  await page.getByLabel('Name').fill(name.replace('a', '\u0430'));
  await expect(page.getByText(`This looks the same as “${name}”`)).toBeVisible();
  await page.getByLabel('Name').fill(name);
  await expect(page.getByText('is taken. Choose another.')).toBeVisible();
  await page.getByLabel('Name').fill(`${name} of the north`);
  await expect(page.getByText('is taken. Choose another.')).toBeHidden();
});

const files = [
  ['an empty file', 'empty.csv', Buffer.alloc(0), 'The file is empty'],
  ['a workbook called CSV', 'book.csv', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]), null],
  [
    'a truncated Parquet file',
    'cut.parquet',
    Buffer.concat([Buffer.from('PAR1'), Buffer.alloc(64, 1)]),
    'The file ends too early',
  ],
  ['a picture', 'photo.png', Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'), 'This is a picture'],
] as const;

for (const [title, name, bytes, said] of files) {
  test(`${title} is told with what to do, and another file can be chosen`, async ({ page }) => {
    await page.goto('/new/data-product');
    await giveFile(page, { name, bytes });
    const alert = page.getByRole('alert').filter({ hasText: `You chose ${name}` });
    await expect(alert).toBeVisible();
    if (said !== null) await expect(alert).toContainText(said);
    await expect(alert).toContainText('your draft is saved');
    expect(await barriers(page)).toEqual([]);
    await giveFile(page, { name: 'good.csv', bytes: Buffer.from('City\nKraków\n') });
    await expect(page.getByRole('gridcell', { name: 'Kraków' })).toBeVisible();
    await next(page);
    await asks(page, 'What is it for?');
  });
}
