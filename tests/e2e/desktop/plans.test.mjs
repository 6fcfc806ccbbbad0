// A domain is renamed through its plan, and the rename undone, in the real window.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { makeFolder, openWindow, removeFolder } from './window.mjs';

describe('a domain is renamed', () => {
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

  test('the plan says what follows while one types', async () => {
    await page.go('/new/domain');
    await page.fill(/^Name/, 'Shops');
    await page.fill(/^Purpose/, 'Everything that our shops sell.');
    for (const question of ['Who looks after it?', 'Which house rules hold?', 'Its readable id is shops']) {
      await page.press('button', /^Next/);
      await page.sees(question);
    }
    await page.press('button', /^Create domain/);
    await page.sees('“Shops” is ready');
    await page.press('link', /^See the domain/);
    await page.press('button', 'More for this domain');
    await page.press('menuitem', 'Rename');
    await page.fill(/^Name/, 'Stores');
    await page.sees('Shops is called Stores from now on.');
    await page.sees('The old id leads to it.');
    await isAccessible('the plan');
    await page.press('button', 'Rename domain');
    await page.find('heading', 'Stores');
    await page.find('button', 'Undo');
    await isAccessible('the renamed domain');
  });

  test('the old id leads to it', async () => {
    await page.go('/domains/shops');
    await page.find('heading', 'Stores');
  });

  test('one press takes it back', async () => {
    await page.press('button', 'Undo');
    await page.find('heading', 'Shops');
    await page.sees(/shops/);
  });
});
