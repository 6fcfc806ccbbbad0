// The main job as the pictures tell it: a domain, a file, a data product, its rows.
import { returns } from './returns.mjs';

export const DOMAIN = 'Returns and repairs';
export const PRODUCT = 'Customer returns';
const ROWS = 8_310;
const PURPOSE = 'Every piece that came back, why, and what became of it. For buyers and for the repair shop.';
const DESCRIPTIONS = {
  'Return no.': 'As printed on the return label; leading zeros count',
  'Returned on': 'The day on which the parcel was opened',
  'Price (EUR), net': 'What the customer gets back for one piece, without tax',
  Reason: 'As the customer chose it; n/a when none was given',
};

export const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

const next = (page) => page.getByRole('button', { name: 'Next' }).click();

const saved = (page) => page.getByText(/^Saved /).waitFor();

/** Goes in as somebody of the sample company. */
export async function enterAs(page, url, persona) {
  await page.goto(url);
  await page.getByRole('button', { name: persona }).click();
  await heading(page, /^Hello/);
}

/** Makes the domain with the wizard. */
export async function makeDomain(page, take) {
  await page.goto('/new/domain');
  await page.getByLabel('Name').fill(DOMAIN);
  await page.getByLabel('Purpose').fill('What customers send back, and how we mend, resell or recycle it.');
  await saved(page);
  await take('domain-wizard');
  await next(page);
  await heading(page, 'Who looks after it?');
  await next(page);
  await heading(page, 'Which house rules hold?');
  await next(page);
  await page.getByRole('button', { name: 'Create domain' }).click();
  await heading(page, `“${DOMAIN}” is ready`);
}

async function giveFile(page, rows) {
  await page.goto('/new/data-product');
  await page.locator('input[type="file"]').setInputFiles(returns(rows));
  await page.getByText('as they will be read').waitFor();
}

async function sayPurpose(page, name) {
  await next(page);
  await heading(page, 'What is it for?');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('combobox', { name: 'Domain' }).fill(DOMAIN);
  await page.getByRole('option', { name: DOMAIN }).first().click();
  await page.getByLabel('Purpose').fill(PURPOSE);
  await saved(page);
}

/** Makes the data product with the wizard; answers the addresses of its page and of the wizard's last page. */
export async function makeProduct(page, take) {
  await giveFile(page, ROWS);
  await take('product-wizard-file');
  await sayPurpose(page, PRODUCT);
  await take('product-wizard-purpose');
  await next(page);
  await heading(page, 'What do the columns say?');
  for (const [column, description] of Object.entries(DESCRIPTIONS)) {
    await page.getByLabel(`Description of ${column}`, { exact: true }).fill(description);
  }
  await page.getByText(/^Suggested from/).waitFor();
  await page
    .getByRole('button', { name: /^Accept (all \d|what is said)/ })
    .first()
    .click({ timeout: 1_000 })
    .catch(() => undefined);
  await saved(page);
  await take('product-wizard-columns');
  await next(page);
  await heading(page, 'What can others rely on?');
  await take('product-wizard-promises');
  await next(page);
  await heading(page, 'Is everything as you want it?');
  await take('product-wizard-review');
  await page.getByRole('button', { name: 'Publish product' }).click();
  await heading(page, `“${PRODUCT}” is published`);
  await take('published');
  const address = await page.getByRole('link', { name: /^See the product/ }).getAttribute('href');
  return { address, published: page.url() };
}

/** Begins another data product and leaves it; answers the address of its draft. */
export async function leaveDraft(page) {
  await giveFile(page, 400);
  await sayPurpose(page, 'Repairs of the quarter');
  await page.waitForURL(/draft=/);
  const id = new URL(page.url()).searchParams.get('draft');
  await page.getByRole('button', { name: 'Close and keep the draft' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/new'));
  return `/drafts/${id}`;
}
