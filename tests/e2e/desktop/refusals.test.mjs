// A start that cannot succeed says what happened, what was kept and what to do, and changes nothing.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { emptyFolder, openWindow, selvedge, workspaceIn } from './window.mjs';

const TOLD_MS = 20_000;

/** Starts the program and waits until it says why it cannot; answers what it said. */
async function refusal(folder) {
  const program = spawn(selvedge(), ['--data-dir', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  program.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const gone = new Promise((resolve) => program.once('exit', resolve));
  try {
    const end = Date.now() + TOLD_MS;
    while (!/Selvedge cannot start[\s\S]*\n\n[\s\S]*\n\n/.test(said)) {
      assert.ok(Date.now() < end, `it does not refuse: ${said}`);
      assert.equal(program.exitCode, null, `it ended instead of telling: ${said}`);
      await sleep(50);
    }
    await sleep(200);
    assert.equal(program.exitCode, null, 'the sentence stays until it was read');
    assert.doesNotMatch(said, /panicked/);
    return said;
  } finally {
    program.kill('SIGKILL');
    await gone;
  }
}

async function madeBefore(folder) {
  const page = await openWindow(folder);
  await page.sees(/domain/i);
  await page.close();
}

const sql = (database, statement) => {
  const script = 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()';
  const done = spawnSync('python3', ['-c', script, database, statement], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
};

test('a workspace that another program has open', async (context) => {
  const folder = emptyFolder(context);
  const args = ['serve', '--data-dir', folder, '--listen', '127.0.0.1:0'];
  const server = spawn(process.env.SELVEDGE_SERVER_PROGRAM, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(() => server.kill('SIGKILL'));
  await new Promise((resolve) => server.stdout.once('data', resolve));
  assert.match(await refusal(folder), /is open in another Selvedge[\s\S]*--data-dir/);
});

test('a database of a newer version', async (context) => {
  const folder = emptyFolder(context);
  await madeBefore(folder);
  const database = join(workspaceIn(folder), 'selvedge.db');
  sql(database, 'UPDATE schema_version SET version = version + 1000');
  sql(database, 'PRAGMA wal_checkpoint(TRUNCATE)');
  const before = readFileSync(database);
  assert.match(await refusal(folder), /newer Selvedge[\s\S]*Nothing was changed[\s\S]*Install the newer/);
  assert.ok(readFileSync(database).equals(before));
});

test('a damaged database', async (context) => {
  const folder = emptyFolder(context);
  await madeBefore(folder);
  const database = join(workspaceIn(folder), 'selvedge.db');
  sql(database, 'PRAGMA wal_checkpoint(TRUNCATE)');
  const content = readFileSync(database);
  content.fill(0x5e, 4096, 4096 * 3);
  writeFileSync(database, content);
  assert.match(await refusal(folder), /is damaged[\s\S]*backup/);
  assert.ok(readFileSync(database).equals(content));
  truncateSync(database, 100);
  assert.match(await refusal(folder), /is damaged/);
});

test('a folder that is a file', async (context) => {
  const file = join(emptyFolder(context), 'file');
  writeFileSync(file, '');
  assert.match(await refusal(file), /can't be used[\s\S]*Nothing was changed/);
});

test('a second start on the same folder comes to the first window', async (context) => {
  const folder = emptyFolder(context);
  const page = await openWindow(folder);
  context.after(() => page.close());
  await page.sees(/domain/i);
  const second = spawnSync(selvedge(), ['--data-dir', folder], { encoding: 'utf8', timeout: TOLD_MS });
  assert.equal(second.status, 0, second.stderr);
  assert.doesNotMatch(second.stderr, /cannot start/);
  const other = await openWindow(emptyFolder(context));
  context.after(() => other.close());
  await other.sees(/domain/i);
});
