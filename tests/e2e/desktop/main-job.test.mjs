// The whole main job in the real window: a domain, a file, a Delta table, found by search, its rows read.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { makeFolder, openWindow, removeFolder, workspaceIn } from './window.mjs';

const ROWS = 1200;
const CITIES = ['Kraków', 'A Coruña', '東京', 'Saint-Étienne'];
const PUBLISHED_MS = 60_000;

/** What the file says, as an independent reader must say it again. */
const rows = Array.from({ length: ROWS }, (_, at) => ({
  order_number: at + 1,
  price_eur_net: (at % 97) + 0.25,
  city: CITIES[at % CITIES.length],
  remark: at % 3 === 0 ? null : `line ${at}, "quoted"`,
}));

function csv() {
  const quoted = (value) => `"${value.replaceAll('"', '""')}"`;
  const lines = rows.map((row) =>
    [row.order_number, row.price_eur_net, quoted(row.city), row.remark === null ? '' : quoted(row.remark)].join(','),
  );
  return `Order number,"Price (EUR), net",City,Remark\n${lines.join('\n')}\n`;
}

/** Reads a Delta table with Python's deltalake, which shares no code with us. */
function readIndependently(table) {
  const script = `
import json, sys
from deltalake import DeltaTable
table = DeltaTable(sys.argv[1]).to_pyarrow_table()
rows = table.sort_by("order_number").to_pylist()
print(json.dumps([{k: (v if v is None or isinstance(v, (int, str)) else float(v)) for k, v in r.items()} for r in rows]))
`;
  const done = spawnSync(process.env.SELVEDGE_TEST_PYTHON, ['-c', script, table], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  assert.equal(done.status, 0, done.stderr);
  return JSON.parse(done.stdout);
}

describe('the main job', () => {
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

  test('a domain is created with the wizard', async () => {
    await page.sees('Begin with a domain');
    await isAccessible('the empty home page');
    await page.press('link', 'Create a domain');
    await page.fill(/^Name/, 'Sales');
    await page.fill(/^Purpose/, 'Everything that shops and the web shop sell.');
    await isAccessible('the first step');
    await page.press('button', /^Next/);
    await page.sees('Who looks after it?');
    await page.press('button', /^Next/);
    await page.sees('Which house rules hold?');
    await isAccessible('the house rules');
    await page.press('button', /^Next/);
    await page.sees('Its readable id is sales');
    await isAccessible('the review');
    await page.press('button', /^Create domain/);
    await page.sees('“Sales” is ready');
    await isAccessible('the domain’s end');
  });

  test('a file becomes a published data product', async () => {
    const file = join(folder, 'Orders of March.csv');
    writeFileSync(file, csv());
    await page.press('link', /^Create a data product/);
    await page.giveFile(file);
    await page.sees('as they will be read');
    await page.sees('Price (EUR), net');
    await isAccessible('the preview');
    await page.press('button', /^Next/);
    await page.sees('What is it for?');
    await page.fill(/^Name/, 'Store orders');
    await page.fill(/^Purpose/, 'Every order of March with its price, for the monthly report.');
    await page.press('button', /^Next/);
    await page.sees('What do the columns say?');
    await page.sees('Suggested from');
    await page.press('button', /^Accept (all \d|what is said)/);
    await isAccessible('the columns');
    await page.press('button', /^Next/);
    await page.sees('What can others rely on?');
    await isAccessible('the promises');
    await page.press('button', /^Next/);
    await page.sees('What was written is read back and compared.');
    await page.press('button', /^Publish product/);
    await page.sees('“Store orders” is published', PUBLISHED_MS);
    await isAccessible('the publication’s end');
  });

  test('it is found by search, and its rows are read', async () => {
    await page.press('link', /^See the product/);
    await page.sees('Store orders');
    await page.press('link', /^Home/);
    await page.press('button', /^Search or jump to/);
    await page.fill('Search data, pages and actions', 'store ordes');
    await page.press('option', /Store orders/);
    await page.sees('Every order of March');
    await isAccessible('the product’s page');
    await page.press('tab', /^Rows/);
    await page.sees('line 1, "quoted"');
    await page.sees('東京');
    await isAccessible('the rows');
  });

  test('another program reads the same table', () => {
    const tables = join(workspaceIn(folder), 'tables');
    const [product] = readdirSync(tables);
    const [port] = readdirSync(join(tables, product));
    assert.deepEqual(readIndependently(join(tables, product, port)), rows);
  });

  test('everything is still there when the window is opened again', async () => {
    await page.close();
    page = await openWindow(folder);
    await page.sees('Store orders');
    await isAccessible('home');
  });
});
