import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { made, person, planned } from './platform';
import { barriers, createDomain, expect, fresh, orders, publishProduct, test } from './screens';

/** Changes a domain's purpose with the form. */
async function reword(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/edit`);
  await page.getByLabel('Purpose').fill('Other words than before.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Other words than before.').first()).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a change is found by thing and action, and told before and after, with the rule', async ({ page }) => {
      const name = `${fresh('Sales')} of <b>cloth</b>`;
      await reword(page, await createDomain(page, name));

      await page.goto('/');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
      const entries = page.getByRole('region', { name: 'Audit entries' });
      await expect(entries.getByRole('listitem').first()).toBeVisible();
      expect(await barriers(page)).toEqual([]);

      await page.getByRole('combobox', { name: 'To what' }).fill(name);
      await page.getByRole('option', { name }).click();
      await expect(entries.getByRole('listitem')).toHaveCount(2);
      await expect(page).toHaveURL(/thing=/);
      await page.getByRole('combobox', { name: 'Did what' }).fill('Changed a domain');
      await page.getByRole('option', { name: 'Changed a domain' }).click();
      await expect(entries.getByRole('listitem')).toHaveCount(1);
      await expect(page.getByText('1 entry', { exact: true })).toBeVisible();

      const details = page.getByRole('button', { name: `Ada Berg changed the domain ${name}` });
      await details.focus();
      await page.keyboard.press('Enter');
      await expect(details).toHaveAttribute('aria-expanded', 'true');
      const changes = page.getByRole('table', { name: 'What changed' });
      await expect(changes.getByRole('row', { name: 'Purpose' })).toContainText('Other words than before.');
      await expect(entries).toContainText('Administrators and stewards of the workspace change every domain');
      expect((await entries.textContent()) ?? '').not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[{}"]/);
      expect(await barriers(page)).toEqual([]);

      // The address is enough to see the same again.
      await page.reload();
      await expect(entries.getByRole('listitem')).toHaveCount(1);
      await page.getByLabel('Until').fill('2020-01-01');
      await expect(page.getByRole('heading', { name: 'Nothing matches these filters' })).toBeVisible();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: 'Clear filters' }).first().click();
      await expect(page).toHaveURL(/\/audit$/);
      await expect(entries.getByRole('listitem').first()).toBeVisible();
    });

    test('the chain is checked, and a fingerprint of before fits', async ({ page }) => {
      await page.goto('/audit');
      await page.getByRole('button', { name: 'Check the chain' }).click();
      const window = page.getByRole('dialog');
      await window.getByRole('button', { name: 'Check now' }).click();
      await expect(window.getByText(/^All \d+ entries are as they were written$/)).toBeVisible();
      await expect(window.getByText('A chain without its end is still a chain.')).toBeVisible();
      const fingerprint = (await window.getByRole('code').textContent()) ?? '';
      expect(await barriers(page)).toEqual([]);
      await window.getByLabel('Fingerprint of an earlier check').fill('17');
      await window.getByRole('button', { name: 'Check again' }).click();
      await expect(window.getByLabel('Fingerprint of an earlier check')).toHaveAccessibleDescription(/no fingerprint/);
      await window.getByLabel('Fingerprint of an earlier check').fill(fingerprint);
      await window.getByRole('button', { name: 'Check' }).click();
      await expect(window.getByText('The earlier fingerprint fits')).toBeVisible();
      const differs = `${fingerprint.slice(0, -1)}${fingerprint.endsWith('0') ? '1' : '0'}`;
      await window.getByLabel('Fingerprint of an earlier check').fill(differs);
      await window.getByRole('button', { name: 'Check again' }).click();
      await expect(window.getByText('does not fit')).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    });

    test('the rules stand there as sentences, with what is written beneath', async ({ page }) => {
      await page.goto('/policies');
      await expect(page.getByRole('heading', { level: 2, name: 'Rows of data' })).toBeVisible();
      await expect(page.getByText('Office gives no rows')).toBeVisible();
      const rule = page.getByRole('listitem').filter({ hasText: 'Viewers create, change and publish nothing.' });
      await expect(rule).toContainText('Forbids');
      await expect(rule.getByText('principal.role == "viewer"')).toBeHidden();
      await rule.getByText('As written').click();
      await expect(rule.getByText('principal.role == "viewer"')).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    });

    test('a product tells what happened to it and what one may do', async ({ page }) => {
      test.setTimeout(180_000);
      const domain = fresh('Weaving');
      await createDomain(page, domain);
      const name = fresh('Looms');
      const product = await publishProduct(page, domain, name, orders(20));
      await page.goto(product);
      await page.getByRole('tab', { name: 'Activity' }).click();
      const activity = page.getByRole('region', { name: `Activity of ${name}` });
      await expect(activity.getByRole('listitem')).toHaveCount(2);
      await expect(activity.getByRole('listitem').first()).toContainText(`published a version of ${name}`);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('link', { name: 'See it in the audit' }).click();
      await expect(page.getByText('2 entries', { exact: true })).toBeVisible();

      await page.goto(product);
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'What may I do here?' }).click();
      const window = page.getByRole('dialog');
      await expect(window.getByText('Read its rows')).toBeVisible();
      await expect(window.getByText('Everything that can be done here.')).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    });
  });
}

test('an export is a file, and an entry', async ({ page }) => {
  await page.goto('/audit?action=create_workspace');
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
  for (const [choice, first] of [
    ['As a table (CSV)', 'sequence,at,person,'],
    ['As lines of JSON (NDJSON)', '{"sequence":1,'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: choice }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^Audit \d{4}-\d{2}-\d{2}\.(csv|ndjson)$/);
    expect(readFileSync(await file.path(), 'utf8').startsWith(first)).toBe(true);
    await expect(page.getByText(/^The audit is exported as/).last()).toBeVisible();
  }
  await page.goto('/audit?action=export_audit');
  await expect(page.getByRole('listitem').filter({ hasText: 'exported the audit' })).toHaveCount(2);
});

test('those who left and service accounts are found among those who did something, marked', async ({ page }) => {
  const leaver = await person(page.request, fresh('Lea Audited'));
  await planned(page.request, { kind: 'replace-person', personId: leaver.id });
  const name = fresh('Nightly audited');
  const account = await made(page.request, '/service-accounts', { name, purpose: 'Exports.', role: 'viewer' });
  await page.goto('/audit');
  const who = page.getByRole('combobox', { name: 'Who' });
  await who.fill(leaver.name);
  await page.getByRole('option', { name: `${leaver.name} (left)` }).click();
  await expect(page).toHaveURL(new RegExp(`person=${leaver.id}`));
  await page.reload();
  await expect(who).toHaveValue(`${leaver.name} (left)`);
  await who.fill(name);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('option', { name: `${name} (service account)` }).click();
  await expect(page).toHaveURL(new RegExp(`person=${account.id}`));
  await page.reload();
  await expect(who).toHaveValue(`${name} (service account)`);
});

test('whoever may not read the audit is told who can help', async ({ browser, demo }) => {
  const context = await browser.newContext({ baseURL: demo.url, storageState: { cookies: [], origins: [] } });
  const headers = { origin: demo.url };
  await context.request.post('/api/v1/session/persona', { data: { persona: 'analyst' }, headers });
  const page = await context.newPage();
  await page.goto('/audit');
  await expect(page.getByRole('heading', { name: 'The audit is for administrators and stewards' })).toBeVisible();
  await expect(page.getByText('ask Ada Okafor')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit' })).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);

  await page.goto('/data-products/orders');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'What may I do here?' }).click();
  const window = page.getByRole('dialog');
  await expect(window.getByText('Jonas Lindqvist may, and can help you.').first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await context.close();
});

test('a list that cannot be loaded says so and is tried again', async ({ page }) => {
  await page.route('**/api/v1/audit-entries?**', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.goto('/audit');
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.unroute('**/api/v1/audit-entries?**');
  await again.click();
  await expect(page.getByRole('region', { name: 'Audit entries' }).getByRole('listitem').first()).toBeVisible();
});
