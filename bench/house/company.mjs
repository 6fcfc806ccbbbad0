// A large company and a server on it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Fills an empty folder; answers the tokens. */
export function makeCompany(generator, folder, seed) {
  const made = spawnSync(generator, ['--data-dir', folder, '--seed', String(seed)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (made.status !== 0) throw new Error('no company was made');
  return JSON.parse(made.stdout);
}

/** A server that is up, and its catalogue complete. */
export async function serve(program, worker, folder, token) {
  const env = { ...process.env, SELVEDGE_WORKER: worker };
  const child = spawn(program, ['serve', '--data-dir', folder, '--listen', '127.0.0.1:0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const bytes of child.stdout) {
    said += bytes;
    if (said.includes('Ctrl-C')) break;
  }
  const url = /open at (http:\S+)/.exec(said)?.[1];
  if (url === undefined) throw new Error(`the server does not start: ${said}`);
  const since = performance.now();
  for (;;) {
    const answer = await fetch(`${url}/api/v1/search?q=a`, { headers: { Authorization: `Bearer ${token}` } });
    if ((await answer.json()).indexed !== false) break;
    if (performance.now() - since > 300_000) throw new Error('the catalogue is never complete');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return {
    url,
    indexedAfter: performance.now() - since,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
