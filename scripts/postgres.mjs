// A PostgreSQL of its own for a test run: in a temporary folder, on a free port of this machine, gone afterwards.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, Refusal } from './run.mjs';
import { postgresFolders } from './system.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root: the words that run it as somebody else. */
function asSomebody() {
  if (process.getuid?.() !== 0) return { words: [], owner: null };
  const owner = ['postgres', 'nobody'].find((name) => ask('id', ['-u', name]) !== null);
  if (owner === undefined) throw new Refusal('PostgreSQL refuses to run as root, and there is no user to run it as.');
  return { words: ['setpriv', `--reuid=${owner}`, `--regid=${ask('id', ['-g', owner])}`, '--clear-groups'], owner };
}

/** Starts one; answers its address and how to end it. */
export async function startPostgres() {
  const programs = postgresFolders().at(-1);
  if (programs === undefined) throw new Refusal('PostgreSQL is missing: install the package "postgresql".');
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-postgres-'));
  chmodSync(folder, 0o700);
  const { words, owner } = asSomebody();
  const as = (program, ...args) => {
    const all = [...words, join(programs, program), ...args];
    if (ask(all[0], all.slice(1), { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] }) === null) {
      throw new Refusal(`PostgreSQL's ${program} failed in ${folder}; its log is beside.`);
    }
  };
  if (owner !== null) ask('chown', [owner, folder]);
  const port = await freePort();
  const data = join(folder, 'data');
  as('initdb', '-D', data, '-U', 'selvedge', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8');
  // Nothing here must survive the machine, so nothing waits for the disk.
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300`;
  as('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  return {
    url: `postgres://selvedge@127.0.0.1:${port}/postgres`,
    stop() {
      as('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
