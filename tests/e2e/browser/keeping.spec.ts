import type { Page } from '@playwright/test';
import {
  asks,
  barriers,
  createDomain,
  expect,
  fillProduct,
  fresh,
  giveFile,
  next,
  orders,
  publishProduct,
  saved,
  test,
} from './screens';
import type { Server } from './server';

test('a draft goes on where it was after a reload, with its file', async ({ page }) => {
  const domain = fresh('Kept');
  await createDomain(page, domain);
  const name = fresh('Half typed');
  await fillProduct(page, domain, name, orders(20));
  await saved(page);
  await page.reload();
  await asks(page, 'Is everything as you want it?');
  await page.getByRole('button', { name: 'Change: What it is for' }).click();
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await page.getByRole('button', { name: 'Close and keep the draft' }).click();
  await page.goto('/drafts');
  await page.getByRole('link', { name }).click();
  await asks(page, 'What is it for?');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('gridcell', { name: 'Kraków' }).first()).toBeVisible();
});

test('the last key is saved within moments, whatever happens to the page', async ({ page }) => {
  await page.goto('/new/domain');
  await page.getByLabel('Name').pressSequentially('Nothing of this is lost', { delay: 15 });
  await saved(page);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByLabel('Name')).toHaveValue('Nothing of this is lost');
});

test('a draft changed in two windows asks which one goes on', async ({ page, context }) => {
  await page.goto('/new/domain');
  await page.getByLabel('Name').fill(fresh('First window'));
  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Purpose').fill('Written in the second window.');
  await expect(other.getByText(/^Saved/)).toBeVisible();
  await other.waitForTimeout(400);
  await page.getByLabel('Purpose').fill('Written in the first window.');
  const question = page.getByRole('alert').filter({ hasText: 'changed in another window' });
  await expect(question).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await question.getByRole('button', { name: 'Take the other window’s' }).click();
  await expect(page.getByLabel('Purpose')).toHaveValue('Written in the second window.');
  await page.getByLabel('Purpose').fill('And on from there.');
  await expect(question).toBeHidden();
  await saved(page);
});

test('a deleted draft can be brought back', async ({ page }) => {
  const name = fresh('Deleted by mistake');
  await page.goto('/new/domain');
  await page.getByLabel('Name').fill(name);
  await saved(page);
  await page.goto('/drafts');
  await page.getByRole('button', { name: `Delete the draft ${name}` }).click();
  await expect(page.getByRole('link', { name })).toBeHidden();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByLabel('Name')).toHaveValue(name);
});

/** Edits the purpose of what is open in another window, and saves it. */
async function meanwhile(page: Page, address: string, purpose: string): Promise<void> {
  const other = await page.context().newPage();
  await other.goto(`${address}/edit`);
  await other.getByLabel('Purpose').fill(purpose);
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other).toHaveURL(new RegExp(`${address}$`));
  await other.close();
}

test('a stale edit of a domain shows both versions and loses neither', async ({ page }) => {
  const name = fresh('Edited twice');
  const address = await createDomain(page, name);
  await page.goto(`${address}/edit`);
  await page.getByRole('radio', { name: 'Aggregate' }).check();
  await meanwhile(page, address, 'Theirs, saved meanwhile.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('heading', { name: 'Somebody saved a change while you were editing' })).toBeVisible();
  const kind = page.getByRole('group', { name: 'Kind' }).last();
  await expect(kind.getByRole('radio', { name: /Yours/ })).toBeChecked();
  await expect(
    page.getByRole('group', { name: 'Purpose' }).getByRole('radio', { name: /Theirs, saved meanwhile/ }),
  ).toBeChecked();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save this choice' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Aggregate domain')).toBeVisible();
  await expect(page.getByText('Theirs, saved meanwhile.')).toBeVisible();
});

test('a stale edit of a data product shows both versions', async ({ page }) => {
  const domain = fresh('Both');
  await createDomain(page, domain);
  const address = await publishProduct(page, domain, fresh('Described twice'), orders(5));
  await page.goto(`${address}/edit`);
  await page.getByLabel('Description of City').fill('Where the shop is.');
  await meanwhile(page, address, 'A purpose from the other window.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('group', { name: 'Description of City' })).toBeVisible();
  await page.getByRole('button', { name: 'Save this choice' }).click();
  await expect(page.getByText('A purpose from the other window.')).toBeVisible();
  await expect(page.getByText('Where the shop is.')).toBeVisible();
});

test('leaving an edit page asks before anything typed is lost', async ({ page }) => {
  const address = await createDomain(page, fresh('Left'));
  await page.goto(`${address}/edit`);
  await page.getByLabel('Purpose').fill('Not saved yet.');
  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('Purpose')).toHaveValue('Not saved yet.');
});

/** Kills every worker of a server as soon as it lives, until told to spare them. */
function killEachWorker(server: Server): () => Promise<void> {
  let killing = true;
  const killer = (async () => {
    while (killing) {
      for (const pid of server.workers()) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended by itself between the look and the blow.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return () => {
    killing = false;
    return killer;
  };
}

test('a killed worker shows a failed publication, which resumes', async ({ page, server }) => {
  test.setTimeout(180_000);
  const domain = fresh('Interrupted');
  await createDomain(page, domain);
  const name = fresh('Big orders');
  await fillProduct(page, domain, name, orders(400_000));
  const spare = killEachWorker(server);
  await page.getByRole('button', { name: 'Publish product' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” could not be published yet` })).toBeVisible({
    timeout: 90_000,
  });
  await spare();
  await expect(page.getByRole('alert')).toContainText('Everything else goes on working');
  expect(await barriers(page)).toEqual([]);

  await page.getByRole('link', { name: 'Go to the product' }).click();
  const banner = page.getByRole('alert').filter({ hasText: 'Version 1 could not be published' });
  await expect(banner).toBeVisible();
  await banner.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible({ timeout: 90_000 });
  await page.getByRole('tab', { name: 'Rows' }).click();
  await expect(page.getByText('400,000 rows')).toBeVisible();
});

test('a publication that is undone leaves a draft of what was typed', async ({ page, server }) => {
  test.setTimeout(180_000);
  const domain = fresh('Undone');
  await createDomain(page, domain);
  const name = fresh('Never active');
  await fillProduct(page, domain, name, orders(400_000));
  const spare = killEachWorker(server);
  await page.getByRole('button', { name: 'Publish product' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toBeVisible({ timeout: 90_000 });
  await spare();
  await undo.click();
  await asks(page, 'Which data is it?');
  await giveFile(page, orders(10));
  await next(page);
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await page.goto('/data-products');
  await expect(page.getByRole('link', { name })).toBeHidden();
});
