import { readFileSync } from 'node:fs';
import { barriers, expect, test } from './screens';

test('an administrator renames the workspace, and everybody sees it at once', async ({ page, context }) => {
  await page.goto('/settings');
  const other = await context.newPage();
  await other.goto('/domains');
  const rail = other.getByRole('complementary', { name: 'Workspace' });
  await expect(rail).toBeVisible();
  const name = page.getByLabel('Name', { exact: true });
  await name.fill(' ');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(name).toHaveAccessibleDescription(/.+/);
  await name.fill('Weavers’ guild');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByText('The workspace is called “Weavers’ guild” now.')).toBeVisible();
  await expect(rail.getByText('Weavers’ guild')).toBeVisible();
  await other.close();
});

test('a workspace is backed up to a sealed file while it is in use', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Back up now' }).click();
  const first = page.getByLabel('Passphrase', { exact: true });
  const again = page.getByLabel('The passphrase once more');
  await first.fill('short');
  await again.fill('another');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText(/at least 12 characters/i).last()).toBeVisible();
  await expect(page.getByText('The two passphrases differ.')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await first.fill('warp, weft and a red thread');
  await again.fill('warp, weft and a red thread');
  await page.getByRole('button', { name: 'Begin' }).click();
  const save = page.getByRole('button', { name: 'Save the file' });
  await expect(save).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  const coming = page.waitForEvent('download');
  await save.click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/-\d{4}-\d\d-\d\d\.selvedge-backup$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(bytes.includes('selvedge.db')).toBe(false);
  await expect(page.getByText(/is on its way to where you save files/)).toBeVisible();
  expect(page.url()).not.toContain('warp');
});

test('in a browser there is one workspace and nothing to choose', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('complementary', { name: 'Workspace' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Change workspace/ })).toHaveCount(0);
  await page.goto('/welcome');
  await expect(page).toHaveURL(/\/$/);
});
