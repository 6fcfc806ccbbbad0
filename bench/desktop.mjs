// Measures the package: size, start (cold and warm) and memory beside an empty window, all in one run.
// The window opens on the sample company.
// node bench/desktop.mjs PACKAGE.deb EMPTY_WINDOW SERVER [RUNS]
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { megabytes, processorSeconds } from './processes.mjs';
import { openScreen, settledAfter } from './screen.mjs';

const [, , archive, emptyWindow, server, runs = '10'] = process.argv;
const IDLE_SECONDS = 20;
const folder = mkdtempSync(join(tmpdir(), 'selvedge-bench-'));
const unpacked = join(folder, 'package');
const data = join(folder, 'data');
const say = (line) => process.stdout.write(`${line}\n`);

/** Fills a workspace where the window looks for one. */
async function fillWorkspace() {
  const workspace = join(data, 'workspaces', 'sample');
  mkdirSync(workspace, { recursive: true });
  const words = ['serve', '--demo', '--data-dir', workspace, '--listen', '127.0.0.1:0'];
  const env = { ...process.env, SELVEDGE_WORKER: join(unpacked, 'usr/bin/selvedge-worker') };
  const filling = spawn(server, words, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const ended = new Promise((resolve) => filling.once('exit', resolve));
  for await (const said of filling.stdout) if (String(said).includes('Ctrl-C')) break;
  filling.kill('SIGTERM');
  await ended;
}

/** Leaves nothing of the program or its libraries in memory; answers whether the system allowed it. */
function forgetFiles() {
  try {
    spawnSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

/** Starts a program on its own screen and message bus, lets `measure` look at it, and ends it. */
async function shown(program, args, measure) {
  const screen = await openScreen();
  const picture = screen.picture();
  const since = performance.now();
  const child = spawn('dbus-run-session', ['--', program, ...args], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, ...screen.env, NO_AT_BRIDGE: '1' },
  });
  try {
    return await measure({ took: await settledAfter(picture, since), id: child.pid });
  } finally {
    process.kill(-child.pid, 'SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    picture.close();
    screen.close();
    await sleep(300);
  }
}

const selvedge = join(unpacked, 'usr/bin/selvedge');
const start = (measure) => shown(selvedge, ['--data-dir', data], measure);

function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

const figures = (values, unit) =>
  `median ${quantile(values, 0.5).toFixed(0)} ${unit}, p90 ${quantile(values, 0.9).toFixed(0)} ${unit}, n = ${values.length}`;

async function starts() {
  await start(() => undefined);
  const warm = [];
  for (let run = 0; run < Number(runs); run += 1) warm.push(await start(({ took }) => took));
  const cold = [];
  for (let run = 0; run < Number(runs) && forgetFiles(); run += 1) cold.push(await start(({ took }) => took));
  say(`start, warm: ${figures(warm, 'ms')} (goal 700 ms)`);
  say(cold.length > 0 ? `start, cold: ${figures(cold, 'ms')} (goal 1500 ms)` : 'start, cold: not allowed here');
}

/** Both windows in turn, so that what the machine does meanwhile falls on both. */
async function memory() {
  const ours = [];
  const empty = [];
  const weigh = async ({ id }) => {
    await sleep(5000);
    return megabytes(id);
  };
  for (let run = 0; run < 5; run += 1) {
    empty.push(await shown(emptyWindow, [], weigh));
    ours.push(await start(weigh));
  }
  const [middle, least] = [quantile(ours, 0.5), quantile(empty, 0.5)];
  say(`memory (PSS, idle): ${middle.toFixed(0)} MB, empty window ${least.toFixed(0)} MB, difference ${(middle - least).toFixed(0)} MB (goal 120 MB)`);
}

async function idle() {
  const share = await start(async ({ id }) => {
    await sleep(3000);
    const before = processorSeconds(id);
    await sleep(IDLE_SECONDS * 1000);
    return ((processorSeconds(id) - before) / IDLE_SECONDS) * 100;
  });
  say(`idle processor: ${share.toFixed(2)} % of one core (goal 0.5 %)`);
}

try {
  spawnSync('dpkg-deb', ['--extract', archive, unpacked], { stdio: 'inherit' });
  const programs = readdirSync(join(unpacked, 'usr/bin')).map(
    (name) => `${name} ${(statSync(join(unpacked, 'usr/bin', name)).size / 1e6).toFixed(1)} MB`,
  );
  say(`machine: ${cpus().length} cores, ${cpus()[0].model}`);
  say(`package: ${(statSync(archive).size / 1e6).toFixed(1)} MB (goal 60 MB); ${programs.join(', ')}`);
  await fillWorkspace();
  await starts();
  await memory();
  await idle();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
