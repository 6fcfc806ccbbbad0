// From sources to programs: packages of the screens, the screens, then all of Rust in one selection.
import { join } from 'node:path';
import { root, run, say } from './run.mjs';
import { markOf, once } from './stamps.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Installs the screens' packages, as locked. `npm ci` would refuse a lock without the packages that only other
 * machines need, and a registry that doesn't offer them leaves them out of it.
 */
export async function installPackages() {
  const product = join(root, 'node_modules', '.package-lock.json');
  await once('packages', { mark: markOf(['package-lock.json']), product }, async () => {
    say('Installing the packages of the screens …');
    await run(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

/** Builds the screens into ui/dist. */
export async function buildScreens() {
  const sources = ['ui/src', 'ui/public', 'ui/index.html', 'ui/vite.config.ts', 'ui/tsconfig.json'];
  const mark = markOf([...sources, 'package-lock.json', 'icons/icon.svg']);
  await once('screens', { mark, product: join(root, 'ui/dist/index.html') }, async () => {
    say('Building the screens …');
    await run(npm, ['run', '--silent', 'ui:build', '--', '--logLevel', 'warn']);
  });
}

/** Builds every program. Other selections than the whole workspace would build a hundred crates again. */
export async function buildPrograms(...more) {
  say('Building the programs (the first time takes up to 20 minutes on two cores) …');
  await run('cargo', ['build', '--workspace', '--locked', ...more]);
}

/** Everything up to running programs. */
export async function build() {
  await installPackages();
  await buildScreens();
  await buildPrograms();
}
