import type { Page } from '@playwright/test';
import { changed, deleted, domain, made, person, planned, self } from './platform';
import { asks, barriers, expect, fillProduct, fresh, next, orders, saved, test } from './screens';

async function pick(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

interface StoredDraft {
  title: string;
  values: { file?: { id: string }; remembered?: { things: unknown[] } };
}

/** The draft as the platform has it once it remembers this many things. */
async function remembering(page: Page, title: string, count: number): Promise<StoredDraft> {
  const find = async () => {
    const { items } = (await page.request.get('/api/v1/drafts').then((answer) => answer.json())) as {
      items: StoredDraft[];
    };
    return items.find((draft) => draft.title === title);
  };
  await expect.poll(async () => (await find())?.values.remembered?.things.length).toBe(count);
  return (await find()) as StoredDraft;
}

const since = (page: Page) => page.getByRole('region', { name: /^Since you left this/ });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('a domain that is taken up again tells what became of all that it refers to', async ({ page }) => {
      test.setTimeout(240_000);
      const { request } = page;
      const ada = await self(request);
      const above = await domain(request, fresh('Finance'), [ada]);
      const steward = await person(request, fresh('Nadia Gone'));
      const members = [{ personId: steward.id, lead: true }];
      const team = await made(request, '/teams', { name: fresh('Payroll'), purpose: 'Pays.', members });
      const name = fresh('Salaries');
      await page.goto('/new/domain');
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Purpose').fill('What everybody earns.');
      await pick(page, 'Lies below', above.name);
      await next(page);
      await asks(page, 'Who looks after it?');
      await pick(page, 'Stewards', steward.name);
      await pick(page, 'Team', team.name);
      await saved(page);
      // The domain with its two rules, two people, the team and the name.
      await remembering(page, name, 7);
      await page.getByRole('button', { name: 'Close and keep the draft' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Domains' })).toBeVisible();

      await page.goto('/');
      await page.getByRole('link', { name, exact: true }).first().click();
      await asks(page, 'Who looks after it?');
      await expect(page.getByRole('combobox', { name: 'Team' })).toHaveValue(team.name);
      await expect(since(page)).toHaveCount(0);
      await page.getByRole('button', { name: 'Close and keep the draft' }).click();

      const renamed = fresh('Money');
      await planned(request, { kind: 'rename-domain', domainId: above.id, name: renamed });
      await changed(request, `/domains/${above.id}`, {
        purpose: 'For a test.',
        kind: 'aggregate',
        ownerIds: [ada],
        defaultClassification: 'restricted',
      });
      await deleted(request, `/teams/${team.id}`);
      await planned(request, { kind: 'replace-person', personId: steward.id });
      await domain(request, name, [ada]);

      await page.goto('/');
      await page.getByRole('link', { name, exact: true }).first().click();
      await expect(since(page)).toBeVisible();
      const told = since(page).getByRole('listitem');
      await expect(told).toHaveText([
        `The domain ${above.name} was renamed: it is now called ${renamed}. See “Lies below”`,
        `${renamed} now asks for Restricted at least. See “How sensitive is its data?”`,
        `${steward.name} has left. Choose somebody else. See “Stewards”`,
        `The team ${team.name} doesn’t exist any more. Choose another one, or none. See “Team”`,
        `The name ${name} was taken. Choose another one. See “Name”`,
      ]);
      expect(await barriers(page)).toEqual([]);

      // Whatever is typed now, it isn't forgotten before somebody says so.
      await page.getByRole('button', { name: 'See “Name”' }).click();
      await expect(page.getByLabel('Name')).toBeFocused();
      await expect(page.getByLabel('Name')).toHaveValue(name);
      await page.getByLabel('Purpose').fill('What everybody earns, by month.');
      await saved(page);
      await page.reload();
      await expect(told).toHaveCount(5);
      await page.getByLabel('Name').fill(fresh('Wages'));
      await expect(told).toHaveCount(4);
      await since(page).getByRole('button', { name: 'Got it' }).click();
      await expect(since(page)).toHaveCount(0);
      await asks(page, 'What part of the business is it?');
      await saved(page);
      await page.waitForTimeout(600);
      await page.reload();
      await expect(page.getByLabel('Purpose')).toHaveValue('What everybody earns, by month.');
      await expect(page.getByText(/^Its readable id|wages/i).first()).toBeVisible();
      await expect(since(page)).toHaveCount(0);
    });
  });
}

test('a data product that is taken up from the drafts tells of its domain and its file', async ({ page }) => {
  const { request } = page;
  const owning = await domain(request, fresh('Shops'), [await self(request)]);
  const name = fresh('Receipts');
  await fillProduct(page, owning.name, name, orders(20));
  await saved(page);
  const draft = await remembering(page, name, 3);
  await page.getByRole('button', { name: 'Close and keep the draft' }).click();

  await planned(request, { kind: 'retire-domain', domainId: owning.id });
  await deleted(request, `/uploads/${draft.values.file?.id}`);
  await page.goto('/drafts');
  await page.getByRole('link', { name }).click();
  await expect(since(page).getByRole('listitem')).toHaveText([
    'The file Orders of March.csv isn’t here any more. Give it again. See “File”',
    `The domain ${owning.name} was retired and takes nothing new. Choose another one. See “Domain”`,
  ]);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'See “Domain”' }).click();
  await asks(page, 'What is it for?');
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await expect(page.getByRole('combobox', { name: 'Domain' })).toBeFocused();
});
