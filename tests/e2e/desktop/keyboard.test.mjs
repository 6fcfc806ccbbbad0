// The main job in the real window with the keyboard alone, in the dark: no mouse, and nobody kept out.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { makeFolder, openWindow, removeFolder } from './window.mjs';

const PUBLISHED_MS = 60_000;
const FIELD = 'Search data, pages and actions';

describe('the main job with the keyboard alone, in the dark', () => {
  let page;
  let folder;
  before(async () => {
    folder = makeFolder();
    page = await openWindow(folder);
  });
  after(async () => {
    await page.close();
    removeFolder(folder);
  });

  const isAccessible = async (where) => assert.deepEqual(await violations(page), [], `${where} keeps somebody out`);
  const isDark = () =>
    page.browser.waitUntil(
      () => page.browser.execute('return document.documentElement.dataset.mantineColorScheme === "dark"'),
      { timeoutMsg: 'it never gets dark' },
    );
  /** Types into the palette and chooses what comes first. */
  const command = async (typed, expected) => {
    await page.keys('Control', 'k');
    await page.find('textbox', FIELD);
    await page.type(typed);
    await page.find('option', expected);
    await page.keys('Enter');
  };

  test('the palette makes it dark', async () => {
    await page.sees('Begin with a domain');
    await page.keys('Control', 'k');
    await page.find('option', /^Switch to dark/);
    await isAccessible('the palette in the light');
    await page.type('dark');
    await page.find('option', /^Switch to dark/);
    await page.keys('Enter');
    await isDark();
    await isAccessible('the empty home page');
  });

  test('every shortcut stands on a sheet', async () => {
    await page.keys('?');
    await page.sees('Single keys are shortcuts');
    await isAccessible('the sheet of shortcuts');
    await page.keys('Escape');
  });

  test('a domain is created', async () => {
    await page.keys('g');
    await page.keys('d');
    await page.sees('Create domain');
    await isAccessible('the empty list of domains');
    await page.keys('n');
    await page.sees('What part of the business is it?');
    await page.tabTo('textbox', /^Name/);
    await page.type('Sales');
    await page.keys('Tab');
    await page.type('All that is sold.');
    await isAccessible('the first step');
    await page.keys('Control', 'Enter');
    await page.sees('Who looks after it?');
    await isAccessible('the second step');
    await page.keys('Control', 'Enter');
    await page.sees('Which house rules hold?');
    await isAccessible('the house rules');
    await page.keys('Control', 'Enter');
    await page.sees('Its readable id is sales');
    await isAccessible('the review');
    await page.keys('Control', 'Enter');
    await page.sees('“Sales” is ready');
    await isAccessible('the domain’s end');
  });

  test('a file becomes a published data product', async () => {
    const file = join(folder, 'Orders of March.csv');
    writeFileSync(file, 'Order number,City\n1,Kraków\n2,東京\n');
    await page.tabTo('link', /^Create a data product/);
    await page.keys('Enter');
    await page.sees('Which data is it?');
    // The machine's own dialog is beyond the page; its answer isn't.
    await page.giveFile(file);
    await page.sees('as they will be read');
    await isAccessible('the preview');
    await page.keys('Control', 'Enter');
    await page.sees('What is it for?');
    await page.tabTo('textbox', /^Name/);
    await page.keys('Control', 'a');
    await page.type('Store orders');
    await page.tabTo('textbox', /^Purpose/);
    await page.type('For the report.');
    await isAccessible('the purpose');
    await page.keys('Control', 'Enter');
    await page.sees('What do the columns say?');
    await page.sees('Suggested from');
    // Nothing in these two rows waits for a look.
    await isAccessible('the columns');
    await page.keys('Control', 'Enter');
    await page.sees('What can others rely on?');
    await isAccessible('the promises');
    await page.keys('Control', 'Enter');
    await page.sees('What was written is read back and compared.');
    await page.keys('Control', 'Enter');
    await page.sees('“Store orders” is published', PUBLISHED_MS);
    await isAccessible('the publication’s end');
    await page.tabTo('link', /^Read its rows/);
    await page.keys('Enter');
    await page.sees('東京');
    await isAccessible('the rows');
  });

  test('it is found again with one key wrong', async () => {
    await page.keys('g');
    await page.keys('h');
    await page.sees('What changed');
    await isAccessible('home');
    await command('store ordes', /^Store orders/);
    await page.sees('For the report.');
    await isAccessible('the product’s page');
  });

  test('it is still dark when the window is opened again', async () => {
    await page.close();
    page = await openWindow(folder);
    await page.sees('Store orders');
    await isDark();
    await isAccessible('home, opened again');
  });
});
