// Measures the furnished house in a company of 2,000 domains, 10,000 people and 10,000 data products: how fast lists,
// tree, pickers and palette answer, and how quickly the screens do.
// node bench/house.mjs SERVER WORKER GENERATOR [--requests N] [--seed S] [--data-dir FOLDER] [--only answers|screens]
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAnswers } from './house/answers.mjs';
import { makeCompany, serve } from './house/company.mjs';
import { measureScreens } from './house/screens.mjs';

const [, , server, worker, generator, ...words] = process.argv;
const after = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const requests = Number(after('--requests', 200));
const seed = Number(after('--seed', 20_261_121));
const only = after('--only');
const say = (line) => process.stdout.write(`${line}\n`);
const load = () => loadavg().map((each) => each.toFixed(1)).join(' ');

/** A folder that was named is kept with its tokens, so that it is made once for several runs. */
const named = after('--data-dir');
const folder = named ?? mkdtempSync(join(tmpdir(), 'selvedge-house-'));
const data = join(folder, 'data');
const kept = join(folder, 'tokens.json');

try {
  say(`machine: ${cpus().length} cores, ${cpus()[0].model}; load ${load()}; seed ${seed}; ${server}`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(kept)) {
    const since = performance.now();
    writeFileSync(kept, JSON.stringify(makeCompany(generator, data, seed)));
    say(`the company was made in ${((performance.now() - since) / 1000).toFixed(1)} s`);
  }
  const tokens = JSON.parse(readFileSync(kept, 'utf8'));
  const running = await serve(server, worker, data, tokens.administrator);
  const missed = [];
  try {
    say(`the catalogue was complete ${(running.indexedAfter / 1000).toFixed(1)} s after the start`);
    const database = join(data, 'selvedge.db');
    if (only !== 'screens') {
      missed.push(...(await measureAnswers({ url: running.url, tokens, requests, seed, database, say })));
    }
    if (only !== 'answers') {
      const executable = process.env['SELVEDGE_CHROMIUM'] ?? '/usr/bin/chromium';
      missed.push(...(await measureScreens({ url: running.url, token: tokens.administrator, executable, say })));
    }
  } finally {
    await running.stop();
  }
  say(`load at the end: ${load()}`);
  say(missed.length === 0 ? 'every goal was reached' : `missed:\n${missed.map((each) => `  ${each}`).join('\n')}`);
} finally {
  if (named === undefined) rmSync(folder, { recursive: true, force: true });
}
