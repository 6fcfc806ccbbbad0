import type { Page } from '@playwright/test';
import { changed, made, self } from './platform';
import { asks, barriers, createDomain, expect, fresh, next, orders, publishProduct, test } from './screens';

/** Opens the menu of a domain's page and goes where an entry leads. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More for this domain' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function pick(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

const plan = (page: Page) => page.getByRole('region', { name: 'What will happen' });

test('a domain below another gets its roles and rules from above, and they are locked with their reason', async ({
  page,
}) => {
  const above = fresh('Commerce');
  const name = fresh('Online shop');
  await page.goto('/new/domain');
  await page.getByLabel('Name').fill(above);
  await page.getByLabel('Purpose').fill('Everything that is sold.');
  await next(page);
  await next(page);
  await page.getByRole('radio', { name: 'Confidential' }).check();
  await next(page);
  await page.getByRole('button', { name: 'Create domain' }).click();
  await asks(page, `“${above}” is ready`);

  await page.getByRole('link', { name: /^See the domain/ }).click();
  await choose(page, 'Create a domain below it');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Purpose').fill('What is sold on the web.');
  await expect(page.getByRole('combobox', { name: 'Lies below' })).toHaveValue(above);
  await next(page);
  await expect(page.getByRole('region', { name: 'Comes from above' })).toContainText(`because of ${above}`);
  await next(page);
  await expect(page.getByRole('radio', { name: 'Internal' })).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'Confidential' })).toBeChecked();
  await expect(page.getByText(`${above} is stricter.`).first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await next(page);
  await expect(page.getByText(`is created below ${above}`)).toBeVisible();
  await page.getByRole('button', { name: 'Create domain' }).click();
  await asks(page, `“${name}” is ready`);
  await page.getByRole('link', { name: /^See the domain/ }).click();
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText(above);
  await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText('Confidential');
});

test('a rename says what follows, old links lead on, and it is undone in one step', async ({ page }) => {
  const name = fresh('Shops');
  const renamed = fresh('Stores');
  const address = await createDomain(page, name);
  await page.goto(address);
  await choose(page, 'Rename');
  await expect(plan(page)).toContainText('Fill in the fields');
  await page.getByLabel('Name').fill(renamed);
  await expect(plan(page)).toContainText(`${name} is called ${renamed} from now on.`);
  await expect(plan(page)).toContainText('The old id leads to it.');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Rename domain' }).click();
  await asks(page, renamed);
  await page.goto(address);
  await asks(page, renamed);
  const last = page.getByRole('region', { name: 'What was done last' });
  expect(await barriers(page)).toEqual([]);
  await last.getByRole('button', { name: 'Undo' }).click();
  await asks(page, name);
  await expect(last).toBeHidden();
});

test('what was touched since is named, and the opposite plan is filled in', async ({ page }) => {
  const name = fresh('Returns');
  const renamed = fresh('Refunds');
  const address = await createDomain(page, name);
  await page.goto(`${address}/rename`);
  await page.getByLabel('Name').fill(renamed);
  await expect(plan(page)).toContainText(renamed);
  await page.getByRole('button', { name: 'Rename domain' }).click();
  await asks(page, renamed);
  await choose(page, 'Edit');
  await page.getByLabel('Purpose').fill('Changed after the rename.');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const last = page.getByRole('region', { name: 'What was done last' });
  await expect(last).toContainText(`${renamed} has changed since`);
  await last.getByRole('link', { name: 'Rename it back' }).click();
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await page.getByRole('button', { name: 'Rename domain' }).click();
  await asks(page, name);
  await expect(page.getByText('Changed after the rename.')).toBeVisible();
});

test('a move is refused in a circle and shows in the picture, which the keyboard walks', async ({ page }) => {
  const above = fresh('Supply');
  const below = fresh('Warehouses');
  await createDomain(page, above);
  const address = await createDomain(page, below);
  await page.goto(`${address}/move`);
  await pick(page, 'Lies below', above);
  await expect(plan(page)).toContainText(`${below} lies below ${above}.`);
  await page.getByRole('button', { name: 'Move domain' }).click();
  await asks(page, below);

  await page.goto('/domains');
  await page.getByText('Picture', { exact: true }).click();
  await page.getByRole('searchbox', { name: 'Filter domains' }).fill(above);
  const tree = page.getByRole('tree', { name: 'Domains as a tree' });
  const parent = tree.getByRole('treeitem', { name: new RegExp(`^${above}`) });
  await expect(parent).toHaveAttribute('aria-expanded', 'true');
  expect(await barriers(page)).toEqual([]);
  await parent.focus();
  await page.keyboard.press('ArrowRight');
  await expect(tree.getByRole('treeitem', { name: new RegExp(`^${below}`) })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(parent).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(parent).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await asks(page, below);
});

test('a domain in use is retired once its products have a place, and comes back by undoing', async ({ page }) => {
  const heir = fresh('Heirs');
  const name = fresh('Closing');
  await createDomain(page, heir);
  const address = await createDomain(page, name);
  const product = await publishProduct(page, name, fresh('Left over'), orders(3));
  await page.goto(`${address}/retire`);
  await page.getByRole('button', { name: 'Retire domain' }).click();
  await expect(page.getByText('This is needed.')).toBeVisible();
  await pick(page, 'Its data products go to', heir);
  await expect(plan(page)).toContainText(`goes to ${heir}`);
  await page.getByRole('button', { name: 'Retire domain' }).click();
  await asks(page, name);
  await expect(page.getByText('This domain is closed and holds nothing.')).toBeVisible();
  await page.goto(product);
  await expect(page.getByRole('link', { name: heir }).first()).toBeVisible();
  await page.goto(address);
  await page.getByRole('region', { name: 'What was done last' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This domain is closed and holds nothing.')).toBeHidden();
  await page.goto(product);
  await expect(page.getByRole('link', { name }).first()).toBeVisible();
});

test('a domain that only its people find is nowhere for others', async ({ browser, demo }) => {
  const enter = async (persona: RegExp) => {
    const context = await browser.newContext();
    const window = await context.newPage();
    await window.goto(demo.url);
    await window.getByRole('button', { name: persona }).click();
    await expect(window.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
    return window;
  };
  const name = fresh('Secret plans');
  const owner = await enter(/Data owner/);
  await owner.goto(`${demo.url}/new/domain`);
  await owner.getByLabel('Name').fill(name);
  await owner.getByLabel('Purpose').fill('Not for everybody.');
  await next(owner);
  await next(owner);
  await owner.getByRole('radio', { name: 'Its people only' }).check();
  await next(owner);
  await owner.getByRole('button', { name: 'Create domain' }).click();
  await asks(owner, `“${name}” is ready`);
  const address = await owner.getByRole('link', { name: /^See the domain/ }).getAttribute('href');

  const analyst = await enter(/Analyst/);
  await analyst.goto(`${demo.url}/domains`);
  await expect(analyst.getByRole('link', { name: /Sales/ }).first()).toBeVisible();
  await expect(analyst.getByText(name)).toBeHidden();
  await analyst.goto(`${demo.url}${address}`);
  await expect(analyst.getByText(name)).toBeHidden();
  await owner.context().close();
  await analyst.context().close();
});

test('a domain that is closed goes at once from the screens of those who may not know of it', async ({
  browser,
  demo,
}) => {
  const as = async (persona: string) => {
    const context = await browser.newContext({ baseURL: demo.url, storageState: { cookies: [], origins: [] } });
    const headers = { origin: demo.url };
    await context.request.post('/api/v1/session/persona', { data: { persona }, headers });
    return context;
  };
  const administrator = await as('administrator');
  const analyst = await as('analyst');
  const words = {
    purpose: 'Closed while somebody looks.',
    kind: 'aggregate',
    ownerIds: [await self(administrator.request)],
  };
  const name = fresh('Closing');
  const { id, slug } = await made(administrator.request, '/domains', { name, ...words });

  const page = await analyst.newPage();
  const events = page.waitForResponse(/\/api\/v1\/events/);
  await page.goto(`/domains/${slug}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await events;
  await changed(administrator.request, `/domains/${id}`, { ...words, discoverability: 'members' });
  await expect(page.getByRole('heading', { level: 1, name: "This isn't here" })).toBeVisible({ timeout: 3_000 });
  await expect(page.getByText(words.purpose)).toBeHidden();
  expect(await barriers(page)).toEqual([]);
  await administrator.close();
  await analyst.close();
});
