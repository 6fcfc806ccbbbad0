// Measures how long a large file takes to become a checked table and how long its profile takes, beside DuckDB on the
// same file in the same run. node bench/table.mjs WORKER PYTHON [--rows N] [--rounds N] [--seed S]
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { quantile, Seeded, table } from './house/figures.mjs';

const [, , worker, python, ...words] = process.argv;
const after = (name, otherwise) => (words.includes(name) ? words[words.indexOf(name) + 1] : otherwise);
const rows = Number(after('--rows', 1_000_000));
const rounds = Number(after('--rounds', 5));
const seed = Number(after('--seed', 20_261_121));
const GOALS = { publish: 2, profile: 1.2, residentMegabytes: 512 };
const MEMORY_BYTES = 1024 ** 3;

const say = (line) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'selvedge-table-'));
const file = join(folder, 'orders.csv');

const HEADER =
  'order_no,customer_id,ordered_at,day,price,discount,quantity,paid,city,country,currency,email,phone,iban,status,channel,note,sku,weight_kg,rating';

/** Twenty columns as a shop has them: numbers, dates, e-mail addresses, codes, words, free text, gaps. */
async function makeFile() {
  const random = new Seeded(seed);
  const out = createWriteStream(file);
  const cities = ['Kraków', 'A Coruña', '東京', 'Köln', 'Oslo', 'Győr', 'Lyon', 'Bari'];
  const first = ['ada', 'ben', 'cem', 'dana', 'emil', 'fay', 'gus', 'hana'];
  const last = ['berg', 'costa', 'diaz', 'evans', 'fischer', 'grant'];
  out.write(`${HEADER}\n`);
  let part = '';
  for (let row = 0; row < rows; row++) {
    // One draw a row: drawing each value would take longer than what is measured.
    let bits = random.number();
    const draw = (end) => {
      const drawn = Number(bits % BigInt(end));
      bits /= BigInt(end);
      return drawn;
    };
    const day = `2026-${String(draw(12) + 1).padStart(2, '0')}-${String(draw(28) + 1).padStart(2, '0')}`;
    const cents = draw(100_000);
    const person = `${first[draw(8)]}.${last[draw(6)]}${row % 50_000}`;
    part += `${1_000_000 + row},${row % 50_000},${day}T${String(draw(24)).padStart(2, '0')}:15:30Z,${day},${(cents / 100).toFixed(2)},${draw(30)},${draw(9) + 1},${row % 3 === 0},${cities[draw(8)]},${['DE', 'PL', 'FR', 'ES'][row % 4]},EUR,${person}@example.com,+49 30 ${100_000 + (row % 899_999)},DE8937040044${String(532_013_000 + (row % 1_000)).padStart(10, '0')},${['new', 'paid', 'sent', 'returned'][row % 4]},${row % 7 === 0 ? '' : 'web'},${row % 5 === 0 ? '' : `"line ${row}, ""quoted"""`},SKU-${row % 9_999},${(cents / 1000).toFixed(3)},${row % 11 === 0 ? '' : row % 5}\n`;
    if (part.length > 1 << 20) {
      if (!out.write(part)) await once(out, 'drain');
      part = '';
    }
  }
  out.end(part);
  await once(out, 'finish');
}

/** One job in a worker of its own, as the platform runs it: what it gave, how long it took, the most that was resident. */
async function job(order) {
  const since = performance.now();
  const child = spawn(worker, [], { stdio: ['pipe', 'pipe', 'ignore'], env: { MALLOC_ARENA_MAX: '2' } });
  let resident = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      resident = Math.max(resident, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
    } catch {
      // It has ended.
    }
  }, 20);
  const body = Buffer.from(JSON.stringify({ limits: { memoryBytes: MEMORY_BYTES, caged: false }, job: order }));
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  child.stdin.write(Buffer.concat([head, body]));
  let heard = Buffer.alloc(0);
  try {
    for await (const part of child.stdout) {
      heard = Buffer.concat([heard, part]);
      while (heard.length >= 4 && heard.length >= 4 + heard.readUInt32LE(0)) {
        const length = heard.readUInt32LE(0);
        const { event, content } = JSON.parse(heard.subarray(4, 4 + length).toString());
        heard = heard.subarray(4 + length);
        if (event === 'done') return { output: content.content, took: performance.now() - since, resident };
        if (event === 'failed') throw new Error(`the worker failed: ${JSON.stringify(content)}`);
      }
    }
    throw new Error('the worker ended without an answer');
  } finally {
    clearInterval(watch);
    child.kill('SIGKILL');
  }
}

/** DuckDB in a process of its own that stays: its start isn't measured. */
function peer() {
  const child = spawn(python, ['bench/table/peer.py'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (sql) => {
    child.stdin.write(`${JSON.stringify(sql)}\n`);
    return JSON.parse((await lines.next()).value);
  };
  return { ask, end: () => child.stdin.end() };
}

const median = (values) => quantile(values, 0.5);
const spread = (values) => `${(Math.min(...values) / 1000).toFixed(2)} to ${(Math.max(...values) / 1000).toFixed(2)} s`;
const seconds = (value) => `${(value / 1000).toFixed(2)} s`;

try {
  say(`machine: ${cpus().length} cores, ${cpus()[0].model}; load ${loadavg()[0].toFixed(1)}; seed ${seed}`);
  await makeFile();
  say(`${rows} rows of 20 columns, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  const duckdb = peer();
  const took = { write: [], check: [], checked: [], profile: [], copy: [], summarize: [] };
  let resident = 0;
  let mismatch = null;
  for (let round = 0; round <= rounds; round++) {
    const delta = join(folder, `table-${round}`);
    const parquet = join(folder, `copy-${round}.parquet`);
    const wrote = await job({
      job: 'publish',
      file,
      fileName: 'orders.csv',
      intake: {},
      rejects: join(folder, `rejects-${round}.ndjson`),
      columns: [],
      table: delta,
      appId: `bench-${round}`,
      version: 1,
    });
    const { deltaVersion, summary } = wrote.output;
    const checked = await job({ job: 'check', table: delta, deltaVersion, expected: summary });
    const profiled = await job({ job: 'profile', table: delta, deltaVersion });
    const copied = await duckdb.ask(
      `COPY (SELECT * FROM read_csv('${file}')) TO '${parquet}' (FORMAT parquet, COMPRESSION snappy)`,
    );
    const summarized = await duckdb.ask(`SUMMARIZE SELECT * FROM read_parquet('${delta}/**/*.parquet')`);
    if (round === 0) {
      // The first round warms the files up; it is where both are compared.
      const sql = (from) => `SELECT count(*), sum(price), sum(quantity), count(note), count(DISTINCT email) FROM ${from}`;
      const [ours, theirs] = [
        await duckdb.ask(sql(`read_parquet('${delta}/**/*.parquet')`)),
        await duckdb.ask(sql(`read_parquet('${parquet}')`)),
      ].map(({ rows: [row] }) => row.map(Number));
      const differs = ours.some((value, at) => Math.abs(value - theirs[at]) > 1e-6 * Math.max(1, Math.abs(theirs[at])));
      if (differs || ours[0] !== rows) mismatch = `ours ${ours}, DuckDB's ${theirs}`;
    } else {
      took.write.push(wrote.took);
      took.check.push(checked.took);
      took.checked.push(wrote.took + checked.took);
      took.profile.push(profiled.took);
      took.copy.push(copied.milliseconds);
      took.summarize.push(summarized.milliseconds);
    }
    resident = Math.max(resident, wrote.resident, checked.resident, profiled.resident);
    rmSync(delta, { recursive: true });
    rmSync(parquet);
  }
  duckdb.end();
  if (mismatch !== null) throw new Error(`the tables differ: ${mismatch}`);
  const line = (name, values) => [name, seconds(median(values)), spread(values)];
  say(
    table(
      [`median of ${rounds}`, 'took', 'range'],
      [
        line('CSV to Delta, written', took.write),
        line('  read back and compared, profile included', took.check),
        line('  both: checked', took.checked),
        line('DuckDB: CSV to Parquet', took.copy),
        line('profile of the table', took.profile),
        line('DuckDB: SUMMARIZE of the same files', took.summarize),
      ],
    ),
  );
  const ratio = (ours, theirs) => ours.map((value, at) => value / theirs[at]);
  const tell = (name, values, goal) => {
    const [low, middle, high] = [Math.min(...values), median(values), Math.max(...values)];
    const verdict = high <= goal ? 'reached' : 'missed';
    say(`${name}: ${middle.toFixed(2)} times (${low.toFixed(2)} to ${high.toFixed(2)}), goal ${goal}: ${verdict}`);
  };
  tell('checked table beside DuckDB’s Parquet', ratio(took.checked, took.copy), GOALS.publish);
  tell('profile beside SUMMARIZE', ratio(took.profile, took.summarize), GOALS.profile);
  const megabytes = resident / 1e6;
  say(
    `resident in a worker: ${megabytes.toFixed(0)} MB at most, goal ${GOALS.residentMegabytes}: ${megabytes <= GOALS.residentMegabytes ? 'reached' : 'missed'}`,
  );
  say(`load at the end: ${loadavg()[0].toFixed(1)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
