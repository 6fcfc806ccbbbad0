// How fast lists, tree, pickers and palette answer over HTTP, beside bare SQLite reading the same rows.
import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import { quantile, Seeded, table } from './figures.mjs';

const GOAL_MS = 50;
const WARM_UP = 20;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The whole answer; refuses anything but a success. */
function call(url, token, { path, body }) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/api/v1${path}`,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          ...(text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const answer = Buffer.concat(parts);
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`${path}: ${response.statusCode} ${answer}`));
        });
      },
    );
    asked.on('error', reject);
    asked.end(text);
  });
}

/** What is measured: a request made of chance, and where it makes sense the same rows in bare SQL. */
function workloads(random, known) {
  const { domains, products, people } = known;
  const words = [...new Set(domains.flatMap(({ name }) => name.split(' ')))];
  const subjects = [...new Set(products.flatMap(({ name }) => name.split(',')[0].split(' ')))];
  const surnames = [...new Set(people.flatMap(({ name }) => name.split(' ')))];
  const begin = (word) => encodeURIComponent(word.slice(0, 2 + random.below(4)));
  const typed = (of) => encodeURIComponent(random.pick(of));
  const id = (of) => random.pick(of).id;
  const domainOrders = ['name', 'updated', 'products'];
  const page = (from) => `SELECT * FROM ${from} ORDER BY name_key LIMIT 101`;
  const after = (from) =>
    `SELECT * FROM ${from} WHERE name_key > (SELECT name_key FROM ${from} ORDER BY name_key LIMIT 1 OFFSET ${random.below(1000)}) ORDER BY name_key LIMIT 101`;
  return {
    'domains, first page': () => ({ path: `/domains?shown=active&order=${random.pick(domainOrders)}`, sql: page('domains') }),
    'domains, a later page': () => ({ path: `/domains?shown=active&pageToken=${id(domains)}`, sql: after('domains') }),
    'domains, filtered': () => ({ path: `/domains?shown=active&query=${typed(words)}+${begin(random.pick(words))}` }),
    'domain tree': () => ({
      path: '/domain-tree',
      sql: 'SELECT d.*, (SELECT COUNT(*) FROM data_products q WHERE q.domain_id = d.id) FROM domains d ORDER BY d.name_key',
    }),
    'domain picker': () => ({
      path: `/domains?shown=active&pageSize=20&can=${random.pick(['create-subdomain', 'create-data-product', 'edit'])}&query=${begin(random.pick(words))}`,
    }),
    'products, first page': () => ({
      path: `/data-products?order=${random.pick(['name', 'updated', 'rows'])}`,
      sql: page('data_products'),
    }),
    'products, a later page': () => ({ path: `/data-products?pageToken=${id(products)}`, sql: after('data_products') }),
    'products, filtered': () => ({ path: `/data-products?query=${typed(subjects)}+${begin(random.pick(words))}` }),
    'people, first page': () => ({
      path: `/people?pageSize=100&shown=here`,
      sql: "SELECT * FROM people WHERE kind = 'person' ORDER BY search_key, id LIMIT 101",
    }),
    'people, a later page': () => ({ path: `/people?pageSize=100&shown=here&pageToken=${id(people)}` }),
    'people, filtered': () => ({ path: `/people?pageSize=100&shown=here&query=${begin(random.pick(surnames))}` }),
    'people, counted': () => ({ path: `/people/counts?query=${begin(random.pick(surnames))}` }),
    'person picker': () => ({ path: `/people?pageSize=20&shown=assignable&query=${begin(random.pick(surnames))}` }),
    'team picker': () => ({ path: '/teams?pageSize=500' }),
    'palette, words': () => ({ path: `/search?limit=12&q=${typed(subjects)}+${begin(random.pick(words))}` }),
    'palette, one typo': () => {
      const word = random.pick(words.filter(({ length }) => length > 5));
      const at = 2 + random.below(word.length - 3);
      return { path: `/search?limit=12&q=${encodeURIComponent(word.slice(0, at) + word.slice(at + 1))}` };
    },
    'a new domain’s name': () => ({
      path: '/domains?dryRun=true',
      body: { name: `${random.pick(words)} ${random.pick(words)} new`, purpose: 'P', kind: 'aggregate', ownerIds: [known.self] },
    }),
    'a new product’s name': () => ({
      path: '/data-products/check',
      body: { name: `${random.pick(subjects)} ${random.pick(words)} new`, domainId: null, purpose: 'P' },
    }),
  };
}

/** Bare SQLite in a process of its own; null where there is no Python to run it. */
async function openPeer(database) {
  const child = spawn('python3', [`${import.meta.dirname}/peer.py`, database], { stdio: ['pipe', 'pipe', 'inherit'] });
  const failed = new Promise((resolve) => child.once('error', () => resolve(null)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (sql) => {
    child.stdin.write(`${sql}\n`);
    return Number((await lines.next()).value);
  };
  const ready = await Promise.race([failed, ask('SELECT 1')]);
  return ready === null ? null : { ask, close: () => child.kill() };
}

/** Measures everything as this person; answers lines of a table. */
async function measure(who, { url, token, requests, seed, peer }) {
  const get = async (path) => JSON.parse(await call(url, token, { path }));
  const random = new Seeded(seed);
  const products = [];
  for (const query of ['daily', 'open', 'weekly', 'sales', 'returns']) {
    products.push(...(await get(`/data-products?pageSize=500&query=${query}`)).items);
  }
  const known = {
    domains: (await get('/domain-tree')).items,
    products,
    people: (await get('/people?pageSize=500')).items,
    self: (await get('/session')).person.id,
  };
  const made = workloads(random, known);
  const took = new Map(Object.keys(made).map((name) => [name, { ours: [], bare: [] }]));
  // In turns, so that what the machine does meanwhile falls on all of them.
  for (let round = -WARM_UP; round < requests; round += 1) {
    for (const [name, make] of Object.entries(made)) {
      const { sql, ...asked } = make();
      const since = performance.now();
      await call(url, token, asked);
      const ours = performance.now() - since;
      const bare = sql === undefined || peer === null ? undefined : await peer.ask(sql);
      if (round < 0) continue;
      took.get(name).ours.push(ours);
      if (bare !== undefined) took.get(name).bare.push(bare);
    }
  }
  return [...took].map(([name, { ours, bare }]) => {
    const p95 = quantile(ours, 0.95);
    return {
      name: `${name}, ${who}`,
      p95,
      cells: [
        `${name}, ${who}`,
        ...[0.5, 0.95, 0.99].map((share) => quantile(ours, share).toFixed(1)),
        p95 <= GOAL_MS ? 'yes' : 'NO',
        bare.length === 0 ? '' : quantile(bare, 0.95).toFixed(1),
      ],
    };
  });
}

/** Prints the table; answers what misses the goal. */
export async function measureAnswers({ url, tokens, requests, seed, database, say }) {
  const peer = await openPeer(database);
  const lines = [];
  for (const who of ['member', 'administrator']) {
    lines.push(...(await measure(who, { url, token: tokens[who], requests, seed, peer })));
  }
  peer?.close();
  say(
    table(
      ['answers, ms', 'p50', 'p95', 'p99', `p95 ≤ ${GOAL_MS}`, 'bare SQLite p95'],
      lines.map(({ cells }) => cells),
    ),
  );
  if (peer === null) say('there is no python3: nothing stands beside these figures');
  return lines.filter(({ p95 }) => p95 > GOAL_MS).map(({ name, p95 }) => `${name}: p95 ${p95.toFixed(1)} ms`);
}
