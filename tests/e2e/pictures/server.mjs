// A real server with the sample company, in a folder that goes away with it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 60_000;
const END_MS = 5_000;

/** Starts it on a free port; answers its address and how to end it. */
export async function startDemo(program) {
  const folder = await mkdtemp(join(tmpdir(), 'selvedge-pictures-'));
  const words = ['serve', '--data-dir', folder, '--listen', '127.0.0.1:0', '--demo'];
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), END_MS);
    await gone;
    clearTimeout(late);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  try {
    await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the server does not start:\n${said}`)), START_MS);
      child.stdout.on('data', (bytes) => {
        said += bytes;
        // The last line it says before it serves.
        if (!said.includes('Ctrl-C')) return;
        clearTimeout(late);
        resolve();
      });
      child.once('error', reject);
      child.once('close', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    });
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { url: /open at (http:\S+)/.exec(said)?.[1], stop };
}
