// Takes the README's pictures from a real server with the sample company, and every main page in every size and
// theme, for somebody to look at; with --readme the README's alone.
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startDemo } from './pictures/server.mjs';
import { DOMAIN, enterAs, heading, leaveDraft, makeDomain, makeProduct, PRODUCT } from './pictures/walk.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ALL = !process.argv.includes('--readme');
const MOST_BYTES = 200_000;
const WAIT_MS = 60_000;
const STANDARD = { width: 1280, height: 800 };
const SIZES = {
  1280: { viewport: STANDARD },
  1920: { viewport: { width: 1920, height: 1080 } },
  900: { viewport: { width: 900, height: 800 } },
  // What a browser makes of 1280 × 800 at twice the size.
  zoom: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};
const THEMES = ['light', 'dark'];
const PEOPLE = { owner: /Data owner/, administrator: /Administrator/, viewer: /Manager/ };

/** Waits for what is still on its way: data, fonts, motion. */
async function settle(page) {
  await page.evaluate(() => document.fonts.ready);
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  // The longest motion takes 150 ms.
  await page.waitForTimeout(200);
}

async function picture(page, path) {
  await settle(page);
  await page.screenshot({ path, scale: page.viewportSize().width < 700 ? 'device' : 'css', animations: 'disabled' });
}

async function open(browser, server, options) {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'en-GB',
    reducedMotion: 'reduce',
    viewport: STANDARD,
    ...options,
  });
  context.setDefaultTimeout(WAIT_MS);
  return context.newPage();
}

/** Walks the main job once; answers the people who are signed in and the pages there are to see. */
async function walk(browser, server, folder) {
  const page = await open(browser, server);
  const take = (name) => picture(page, join(folder, `${name}.png`));
  await enterAs(page, server.url, PEOPLE.owner);
  await makeDomain(page, take);
  const { address, published } = await makeProduct(page, take);
  const draft = await leaveDraft(page);
  await page.goto('/');
  await heading(page, /^Hello/);
  await take('home');
  await page.goto(address);
  await heading(page, PRODUCT);
  await take('product');
  await page.emulateMedia({ colorScheme: 'dark' });
  await take('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${address}?tab=rows`);
  await page.getByRole('gridcell').first().waitFor();
  await take('rows');
  await page.goto('/');
  // As people type: one key too early.
  await page.getByRole('button', { name: 'Search or jump to' }).click();
  await page.getByRole('combobox', { name: 'Search data, pages and actions' }).fill('retruns');
  await page.getByRole('option', { name: new RegExp(PRODUCT) }).waitFor();
  await take('search');
  const owner = await page.context().storageState();
  await page.context().close();

  const other = await open(browser, server);
  await enterAs(other, server.url, PEOPLE.administrator);
  await other.goto(`${address}?tab=rows`);
  await other.getByRole('heading', { name: 'Access comes by grant' }).waitFor();
  await picture(other, join(folder, 'rows-need-grant.png'));
  const administrator = await other.context().storageState();
  await other.context().close();

  const third = await open(browser, server);
  await enterAs(third, server.url, PEOPLE.viewer);
  const viewer = await third.context().storageState();
  await third.context().close();
  return { sessions: { owner, administrator, viewer, nobody: undefined }, address, published, draft };
}

const palette = (typed) => async (page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search data, pages and actions' }).fill(typed);
  await page.getByRole('option').first().waitFor();
};

async function shortcuts(page) {
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

/** The platform's answer when something is wrong with it, and the report that may be saved of it. */
async function report(page) {
  await page.route('**/api/v1/domains?*', (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: '', status: 500, code: 'internal', requestId: '0199c0de' }),
    }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Save a report' }).click();
  await page.getByRole('dialog').waitFor();
  await page.unroute('**/api/v1/domains?*');
}

/** The main pages by the name of their picture: who looks, where, and what they do there. */
function pages({ address, published, draft, domain }) {
  return {
    'sign-in': ['nobody', '/sign-in'],
    home: ['owner', '/'],
    domains: ['owner', '/domains'],
    'domains-tree': ['owner', '/domains?view=tree'],
    domain: ['owner', domain],
    'domain-rename': ['owner', `${domain}/rename`],
    'domain-move': ['owner', `${domain}/move`],
    'domain-retire': ['owner', `${domain}/retire`],
    'domain-edit': ['owner', `${domain}/edit`],
    'domain-new': ['owner', '/new/domain'],
    discover: ['owner', '/data-products'],
    product: ['owner', address],
    rows: ['owner', `${address}?tab=rows`],
    versions: ['owner', `${address}?tab=versions`],
    'product-edit': ['owner', `${address}/edit`],
    'new-version': ['owner', `${address}/publish`],
    'product-new': ['owner', '/new/data-product'],
    'product-wizard-file': ['owner', `${draft}?step=data`],
    'product-wizard-purpose': ['owner', `${draft}?step=purpose`],
    'product-wizard-columns': ['owner', `${draft}?step=columns`],
    'product-wizard-review': ['owner', `${draft}?step=review`],
    published: ['owner', published],
    drafts: ['owner', '/drafts'],
    search: ['owner', '/search?q=returns'],
    'search-none': ['owner', '/search?q=sailcloth'],
    settings: ['owner', '/settings'],
    'not-found': ['owner', '/nowhere'],
    palette: ['owner', '/', palette('')],
    'palette-found': ['owner', '/settings', palette('retur')],
    'palette-none': ['owner', '/settings', palette('sailcloth')],
    shortcuts: ['owner', '/settings', shortcuts],
    'failed-report': ['owner', '/domains', report],
    'home-administrator': ['administrator', '/'],
    'home-viewer': ['viewer', '/'],
    'no-access': ['viewer', '/new/domain'],
    people: ['administrator', '/people'],
    'person-new': ['administrator', '/people#add'],
    teams: ['administrator', '/teams'],
    'team-new': ['administrator', '/new/team'],
    'service-accounts': ['administrator', '/service-accounts'],
    'service-account-new': ['administrator', '/new/service-account'],
    'rows-need-grant': ['administrator', `${address}?tab=rows`],
  };
}

/** Pictures of every main page in every size and theme; names the pages that are wider than their window. */
async function takeAll(browser, server, seen, folder) {
  const wide = [];
  for (const [size, options] of Object.entries(SIZES)) {
    for (const colorScheme of THEMES) {
      for (const [who, storageState] of Object.entries(seen.sessions)) {
        const page = await open(browser, server, { ...options, colorScheme, storageState });
        for (const [name, [whose, path, act]] of Object.entries(pages(seen))) {
          if (whose !== who) continue;
          await page.goto(path);
          await page.getByRole('heading', { level: 1 }).first().waitFor();
          await act?.(page);
          await picture(page, join(folder, `${name}-${size}-${colorScheme}.png`));
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          if (beyond > 0) wide.push(`${name}, ${size}, ${colorScheme}: ${beyond} px beyond the window`);
        }
        await page.context().close();
      }
    }
  }
  return wide;
}

const README = [
  'home',
  'domain-wizard',
  'product-wizard-file',
  'product-wizard-columns',
  'published',
  'product',
  'rows',
  'search',
  'rows-need-grant',
  'dark',
];

/** Renews the README's own pictures, unless one is too heavy to be kept with the sources. */
async function renew(from, to) {
  await mkdir(to, { recursive: true });
  for (const name of README) {
    const { size } = await stat(join(from, `${name}.png`));
    if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; ${MOST_BYTES} is the most`);
    await copyFile(join(from, `${name}.png`), join(to, `${name}.png`));
  }
}

async function main() {
  const program = process.env['SELVEDGE_SERVER_PROGRAM'];
  if (!program) throw new Error('run this by "npm run screenshots"');
  const folder = join(root, 'target', 'screenshots');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const server = await startDemo(program);
  const browser = await chromium.launch({
    executablePath: process.env['SELVEDGE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  try {
    const seen = await walk(browser, server, folder);
    await renew(folder, join(root, 'docs', 'pictures'));
    console.log(`${README.length} pictures of the README are in docs/pictures`);
    if (!ALL) return;
    const domain = `/domains/${DOMAIN.toLowerCase().replaceAll(' ', '-')}`;
    const wide = await takeAll(browser, server, { ...seen, domain }, folder);
    console.log(`every page in every size is in ${folder}`);
    for (const line of wide) console.log(line);
    process.exitCode = wide.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    await server.stop();
  }
}

await main();
