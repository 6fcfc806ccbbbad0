// Every test of the project, from set-up to the real windows. `npm test -- screens desktop` runs only what is named.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { campaigns, programOf } from './campaigns.mjs';
import { onItsOwnScreen, tauriDriver } from './desktop-door.mjs';
import { startPostgres } from './postgres.mjs';
import { python } from './python.mjs';
import { main, Refusal, root, run, say } from './run.mjs';
import { checkSystem, chromium } from './system.mjs';
import { program } from './target.mjs';

const env = {};

/** Later parts use what this one makes ready, so nothing runs without it. */
async function setUp() {
  await checkSystem({ tests: true });
  await build();
  await run('cargo', ['build', '--workspace', '--all-targets', '--locked']);
  Object.assign(env, {
    SELVEDGE_TEST_PYTHON: await python(),
    SELVEDGE_TAURI_DRIVER: await tauriDriver(),
    SELVEDGE_CHROMIUM: chromium(),
    SELVEDGE_DESKTOP: program('selvedge'),
    SELVEDGE_SERVER_PROGRAM: program('selvedge-server'),
    SELVEDGE_WORKER: program('selvedge-worker'),
  });
}

async function withPostgres(work) {
  const postgres = await startPostgres();
  try {
    await work({ ...env, SELVEDGE_TEST_POSTGRES: postgres.url });
  } finally {
    postgres.stop();
  }
}

const npm = (...args) => run('npm', ['run', '--silent', ...args], { env });

/** Named one by one: given a folder, Node would also run this very file, whose name it takes for a test's. */
const testsIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => join(folder, name));

const parts = [
  { name: 'format', title: 'Rust is formatted', work: () => run('cargo', ['fmt', '--all', '--check']) },
  {
    name: 'clippy',
    title: 'Rust has no warnings',
    work: () => run('cargo', ['clippy', '--workspace', '--all-targets', '--locked', '--quiet', '--', '-D', 'warnings']),
  },
  { name: 'directions', title: 'The rooms keep their directions', work: () => run(program('xtask'), ['check-deps']) },
  {
    name: 'screens',
    title: 'The screens: types, lint, unit tests, generated client',
    work: async () => {
      await npm('typecheck');
      await npm('lint');
      await npm('ui:test');
      await npm('generate', '--', '--check');
    },
  },
  {
    name: 'rust',
    title: 'Rust: model, store on SQLite and PostgreSQL, API, worker, desktop',
    work: () =>
      withPostgres((env) => run('cargo', ['test', '--workspace', '--locked', '--no-fail-fast', '--quiet'], { env })),
  },
  {
    name: 'campaigns',
    title: 'A slice of each campaign',
    work: () =>
      withPostgres(async (env) => {
        for (const name of campaigns()) await run(program(programOf(name)), [], { env });
      }),
  },
  {
    name: 'browser',
    title: 'The main job in a browser',
    work: () => run('npx', ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'], { env }),
  },
  {
    name: 'desktop',
    title: 'The main job in the desktop window',
    work: () => {
      const [first, ...words] = [
        ...onItsOwnScreen(),
        'node',
        '--test',
        '--test-concurrency=1',
        ...testsIn('tests/e2e/desktop'),
      ];
      return run(first, words, { env });
    },
  },
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one part; answers how it went. */
async function attempt({ title, work }) {
  say(`\n── ${title} ──`);
  const since = performance.now();
  try {
    await work();
    return { title, took: seconds(since), failure: null };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    console.error(cause.message);
    return { title, took: seconds(since), failure: cause.message };
  }
}

function summarise(results, since) {
  say('\n── Summary ──');
  for (const { title, took, failure } of results) {
    say(`${failure === null ? 'passed' : 'FAILED'}  ${took.padStart(9)}  ${title}`);
  }
  const failed = results.filter(({ failure }) => failure !== null).length;
  say(`\n${results.length - failed} of ${results.length} parts passed in ${seconds(since)}.`);
  return failed === 0 ? 0 : 1;
}

await main(async (names) => {
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    throw new Refusal(
      `No part is called ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}`,
    );
  }
  const since = performance.now();
  const results = [await attempt({ title: 'Set-up: packages, screens, programs, tools', work: setUp })];
  if (results[0].failure !== null) return summarise(results, since);
  for (const part of parts) {
    if (names.length === 0 || names.includes(part.name)) results.push(await attempt(part));
  }
  return summarise(results, since);
});
