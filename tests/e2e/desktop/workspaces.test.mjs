// The first run, several workspaces on one computer, and one that comes back from a backup, in the real window.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { makeFolder, openWindow, removeFolder, workspaceIn } from './window.mjs';

const PASSPHRASE = 'warp, weft and a red thread';
const MADE_MS = 90_000;

describe('workspaces on one computer', () => {
  let page;
  let folder;
  let backup;
  before(async () => {
    folder = makeFolder();
    backup = join(folder, 'mesh.selvedge-backup');
    page = await openWindow(folder, { begin: false });
  });
  after(async () => {
    await page.close();
    removeFolder(folder);
  });

  const isAccessible = async (where) => assert.deepEqual(await violations(page), [], `${where} keeps somebody out`);

  test('the first run asks how to begin', async () => {
    await page.sees('Welcome to Selvedge');
    await page.find('button', /^Explore the sample company/);
    await page.find('button', /^Restore from a backup/);
    await isAccessible('the first run');
    await page.press('button', /^Start my own/);
    await page.fill(/^Name/, 'Weavers’ guild');
    await isAccessible('the name of a workspace');
    await page.press('button', 'Create workspace');
    await page.sees('Begin with a domain', MADE_MS);
    await page.sees('Weavers’ guild');
  });

  test('a workspace is backed up while it is open', () => {
    const file = join(folder, 'passphrase');
    writeFileSync(file, `${PASSPHRASE}\n`);
    const words = ['backup', '--data-dir', workspaceIn(folder), '--to', backup, '--passphrase-file', file];
    const done = spawnSync(process.env.SELVEDGE_SERVER_PROGRAM, words, { encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
  });

  test('the sample company is another workspace, seen through anybody’s eyes', async () => {
    await page.press('button', /^Weavers’ guild.*Change workspace$/s);
    await page.press('menuitem', 'Add a workspace');
    await page.press('button', /^Explore the sample company/);
    await page.sees('Weft & Warp', MADE_MS);
    await page.sees('Jonas Lindqvist');
    await page.press('button', /^Jonas Lindqvist/);
    await page.press('menuitem', /Mireille Fontaine/);
    await page.find('button', /^Mireille Fontaine/);
  });

  test('one changes back, and the window remembers which one was open', async () => {
    await page.press('button', /^Weft & Warp.*Change workspace$/s);
    await page.press('menuitem', /^Weavers’ guild/);
    await page.find('button', /^Weavers’ guild.*Change workspace$/s);
    await page.sees('Begin with a domain');
    await page.close();
    page = await openWindow(folder, { begin: false });
    await page.find('button', /^Weavers’ guild.*Change workspace$/s);
  });

  test('a backup comes back as a workspace of its own, with the right passphrase only', async () => {
    await page.press('button', /^Weavers’ guild.*Change workspace$/s);
    await page.press('menuitem', 'Add a workspace');
    await page.press('button', /^Restore from a backup/);
    await page.giveFile(backup);
    await page.fill(/^Passphrase/, 'something else entirely', 'password');
    await page.press('button', 'Restore');
    await page.sees("The passphrase doesn't open this backup", MADE_MS);
    await isAccessible('a refused backup');
    await page.fill(/^Passphrase/, PASSPHRASE, 'password');
    await page.press('button', 'Restore');
    await page.sees('“Weavers’ guild” is back', MADE_MS);
    await isAccessible('a restored backup');
    await page.press('button', 'Go in');
    await page.sees('Begin with a domain');
    assert.equal(readdirSync(join(folder, 'workspaces')).length, 3);
  });

  test('a workspace is deleted once its name was typed', async () => {
    await page.press('button', /^Weavers’ guild.*Change workspace$/s);
    await page.press('menuitem', 'Manage workspaces');
    await page.find('button', 'Delete Weft & Warp');
    await isAccessible('the workspaces');
    await page.press('button', 'Delete Weft & Warp');
    await page.sees('4 domains, 2 data products');
    await page.fill(/^Type Weft & Warp to confirm/, 'Weft & Warp');
    await page.press('button', 'Delete for good');
    await page.sees('Begin with a domain', MADE_MS);
    assert.equal(readdirSync(join(folder, 'workspaces')).length, 2);
  });
});
