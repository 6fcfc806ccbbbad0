// How WebDriver reaches the desktop window: tauri-driver, and a screen and message bus of its own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, run, say } from './run.mjs';
import { toolFolder } from './target.mjs';

const VERSION = '2.1.0';

/** The driver's path; it is built once. */
export async function tauriDriver() {
  const path = join(toolFolder, 'bin', 'tauri-driver');
  if (existsSync(path)) return path;
  say(`Building tauri-driver ${VERSION} …`);
  const target = join(toolFolder, 'build');
  const args = ['install', '--quiet', '--locked', '--version', VERSION, '--root', toolFolder, 'tauri-driver'];
  await run('cargo', args, { env: { CARGO_TARGET_DIR: target } });
  ask('rm', ['-rf', target]);
  return path;
}

/** The words before a program that gives it a screen and a message bus that nobody else uses. */
export const onItsOwnScreen = (size = '1400x900x24') => [
  'xvfb-run',
  '--auto-servernum',
  `--server-args=-screen 0 ${size}`,
  'dbus-run-session',
  '--',
];
