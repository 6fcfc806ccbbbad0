import { newestTable } from './delta';
import { barriers, createDomain, expect, fillProduct, fresh, orders, publishProduct, test } from './screens';

const ROWS = 200_000;

/** Large enough to be stopped on its way. */
function large() {
  const lines = ['id,text'];
  for (let id = 0; id < ROWS; id++) lines.push(`${id},row number ${id}`);
  return { name: 'large.csv', bytes: Buffer.from(lines.join('\n')) };
}

test('a publication is stopped, says so, and goes on', async ({ page, server }) => {
  const domain = fresh('Archive');
  const name = fresh('Large archive');
  await createDomain(page, domain);
  await fillProduct(page, domain, name, large());
  await page.getByRole('button', { name: 'Publish product' }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: `“${name}” could not be published yet` })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Somebody stopped this job');
  await page.getByText('What happened').click();
  await expect(page.getByText('A worker began')).toBeVisible();
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });
  expect(newestTable(server.folder)).toHaveLength(ROWS);

  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Background jobs' }).click();
  const stopped = page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Stopped' });
  await expect(stopped).toContainText('Writing the table');
  await stopped.getByRole('button', { name: /^Log/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Stopped');
  await page.keyboard.press('Escape');
  await page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Checking the table' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('jobs are listed for reading, and settings say what workers are kept from', async ({ page }) => {
  const domain = fresh('Shops');
  await createDomain(page, domain);
  const name = fresh('Daily orders');
  await publishProduct(page, domain, name, orders(3));
  await page.goto('/settings');
  const panel = page.getByRole('region', { name: 'How files are read' });
  await expect(panel).toContainText(/Only those of the job|Not limited/);
  await expect(panel).toContainText('GB at most for each of 2 at once');
  expect(await barriers(page)).toEqual([]);
  await panel.getByRole('link', { name: 'See the jobs' }).click();
  const rows = page.getByRole('table', { name: 'Background jobs' }).getByRole('row').filter({ hasText: name });
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Done');
  await expect(page.getByRole('row').filter({ hasText: 'Looking at a file' }).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});
