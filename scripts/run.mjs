// Running other programs, and saying so.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure that the reader can act upon; it is shown without a stack trace. */
export class Refusal extends Error {}

/** Writes one line for the person at the terminal. */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** What a program prints, or null if it is missing or fails. */
export function ask(program, args, options = {}) {
  const done = spawnSync(program, args, { encoding: 'utf8', cwd: root, ...options });
  return done.status === 0 ? done.stdout.trim() : null;
}

/** Starts a program with our own input and output; an interrupt reaches it by the terminal. */
export function start(program, args, { env = {}, ...options } = {}) {
  return spawn(program, args, { cwd: root, stdio: 'inherit', ...options, env: { ...process.env, ...env } });
}

/** Waits for a program to end; answers its exit code, a signal counting as a failure. */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new Refusal(`${child.spawnfile} does not start: ${cause.message}`)));
    child.on('close', (code, signal) => resolve(signal === null ? code : 128));
  });
}

/** Runs a program to its end and refuses if it fails. */
export async function run(program, args, options) {
  const code = await ended(start(program, args, options));
  if (code !== 0) throw new Refusal(`${[program, ...args].join(' ')} ended with ${code}`);
}

/** Runs a script's main function; a refusal becomes one sentence and exit code 1. */
export async function main(work) {
  try {
    process.exitCode = (await work(process.argv.slice(2))) ?? 0;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    console.error(`\n${cause.message}`);
    process.exitCode = 1;
  }
}
