import AxeBuilder from '@axe-core/playwright';
import { test as base, type BrowserContext, expect, type Page } from '@playwright/test';
import { Server } from './server';

const OWNER = { name: 'Ada Berg', email: 'ada@example.org', password: 'three unrelated words' };

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Workspace {
  server: Server;
  session: Session;
}

interface Fixtures {
  server: Server;
}

interface WorkerFixtures {
  /** A workspace that was set up by its link, with its first administrator signed in. */
  workspace: Workspace;
  /** The sample company. */
  demo: Server;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  workspace: [
    async ({ browser }, use) => {
      const server = await Server.start();
      const page = await browser.newPage();
      await page.goto(server.setUpLink ?? 'about:blank');
      await page.getByLabel('Name').fill(OWNER.name);
      await page.getByLabel('E-mail').fill(OWNER.email);
      await page.getByLabel('Password', { exact: true }).fill(OWNER.password);
      await page.getByRole('button', { name: 'Set the password and go in' }).click();
      await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      const session = await page.context().storageState();
      await page.close();
      await use({ server, session });
      await server.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  demo: [
    async ({ browserName: _ }, use) => {
      const server = await Server.start({ demo: true });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  server: async ({ workspace }, use) => use(workspace.server),
  baseURL: async ({ workspace }, use) => use(workspace.server.url),
  storageState: async ({ workspace }, use) => use(workspace.session),
});

export { expect };

/** A name that no other test of this run uses. */
let counter = 0;
export function fresh(name: string): string {
  counter += 1;
  return `${name} ${counter}`;
}

/** Goes on in a wizard. */
export const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();

/** The question that a wizard asks now. */
export const asks = (page: Page, question: string) =>
  expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();

/** Waits until what was typed last is acknowledged. */
export async function saved(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await expect(page).toHaveURL(/draft=/);
}

/** Creates a domain with the wizard; answers its address. */
export async function createDomain(page: Page, name: string): Promise<string> {
  await page.goto('/new/domain');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Purpose').fill('Everything that a test wants to sell.');
  await next(page);
  await asks(page, 'Who looks after it?');
  await next(page);
  await asks(page, 'Which house rules hold?');
  await next(page);
  await page.getByRole('button', { name: 'Create domain' }).click();
  await asks(page, `“${name}” is ready`);
  return (await page.getByRole('link', { name: /^See the domain/ }).getAttribute('href')) ?? '';
}

interface GivenFile {
  name: string;
  bytes: Buffer;
}

/** Gives a file to the wizard that is open. */
export const giveFile = (page: Page, { name, bytes }: GivenFile) =>
  page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });

/** Picks a domain in the wizard's list by typing. */
export async function pickDomain(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Domain' }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** From a file to the review of a new data product. */
export async function fillProduct(page: Page, domain: string, name: string, file: GivenFile): Promise<void> {
  await page.goto('/new/data-product');
  await giveFile(page, file);
  await expect(page.getByText(/as (it|they) will be read/)).toBeVisible();
  await next(page);
  await asks(page, 'What is it for?');
  await page.getByLabel('Name').fill(name);
  await pickDomain(page, domain);
  await page.getByLabel('Purpose').fill('Every order with its price, for the monthly report.');
  await next(page);
  await acceptSuggestions(page);
  await asks(page, 'Is everything as you want it?');
}

/** Agrees to what a file suggests of its columns and rows: from the columns to what follows the promises. */
export async function acceptSuggestions(page: Page): Promise<void> {
  await asks(page, 'What do the columns say?');
  await expect(page.getByText(/^Suggested from|nothing could be suggested/)).toBeVisible({ timeout: 30_000 });
  await page
    .getByRole('button', { name: /^Accept (all \d|what is said)/ })
    .first()
    .click({ timeout: 1_000 })
    .catch(() => undefined);
  await next(page);
  await asks(page, 'What can others rely on?');
  await next(page);
}

/** Lets the file of a next version take the place of the rows that are there. */
export async function replaceRows(page: Page): Promise<void> {
  await asks(page, 'What should happen to the rows that are there?');
  await expect(page.getByRole('region', { name: 'What would change' })).toBeVisible();
  await next(page);
}

/** From a file to a published data product; answers its address. */
export async function publishProduct(page: Page, domain: string, name: string, file: GivenFile): Promise<string> {
  await fillProduct(page, domain, name, file);
  await page.getByRole('button', { name: 'Publish product' }).click();
  await expect(page.getByRole('heading', { name: `“${name}” is published` })).toBeVisible({ timeout: 60_000 });
  return (await page.getByRole('link', { name: /^See the product/ }).getAttribute('href')) ?? '';
}

/** What keeps somebody out of this page, one line each. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** A comma-separated file of orders. */
export function orders(rows: number): GivenFile {
  const lines = Array.from({ length: rows }, (_, at) => {
    const note = at % 3 === 0 ? '' : `"line ${at}, ""quoted"""`;
    return `${100_000 + at},${((at % 97) + 0.25).toFixed(2)},${['Kraków', 'A Coruña', '東京'][at % 3]},${note}`;
  });
  return {
    name: 'Orders of March.csv',
    bytes: Buffer.from(`Order number,"Price (EUR), net",City,Remark\n${lines.join('\n')}\n`),
  };
}
