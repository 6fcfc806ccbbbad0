// Makes the package that people install: a release build of the window with its worker beside it, as .deb.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildPrograms, buildScreens, installPackages } from './build.mjs';
import { ask, main, Refusal, run, say } from './run.mjs';
import { checkSystem } from './system.mjs';
import { program, targetFolder } from './target.mjs';

const SIZE_LIMIT_MB = 60;

/** The bundler takes the worker from here, under the name of the machine it is for. */
function stageWorker() {
  const triple = ask('rustc', ['-vV'])?.match(/^host: (.+)$/m)?.[1];
  if (triple === undefined) throw new Refusal('rustc does not say for which machine it builds.');
  const folder = join(targetFolder, 'package');
  mkdirSync(folder, { recursive: true });
  copyFileSync(program('selvedge-worker', 'release'), join(folder, `selvedge-worker-${triple}`));
  return join(folder, 'selvedge-worker');
}

/** The bundler compresses with gzip; xz makes the package a third smaller. */
async function compress(made, target) {
  const unpacked = join(targetFolder, 'package', 'unpacked');
  rmSync(unpacked, { recursive: true, force: true });
  await run('dpkg-deb', ['--raw-extract', made, unpacked]);
  await run('dpkg-deb', ['--root-owner-group', '-Zxz', '-z9', '--build', unpacked, target]);
  rmSync(unpacked, { recursive: true, force: true });
}

/** Builds the package; answers its path. */
export async function makePackage() {
  await checkSystem();
  await installPackages();
  await buildScreens();
  // The programs that are packed and measured; campaigns would only cost their linking.
  const packed = ['selvedge', 'selvedge-worker', 'selvedge-server'].flatMap((name) => ['--bin', name]);
  await buildPrograms('--release', ...packed, '--example', 'empty_window');
  const bundle = { active: true, targets: ['deb'], externalBin: [stageWorker()] };
  const config = ['--config', 'src-tauri/tauri.package.json', '--config', JSON.stringify({ bundle })];
  const bundles = join(targetFolder, 'release', 'bundle', 'deb');
  rmSync(bundles, { recursive: true, force: true });
  await run('npx', ['tauri', 'bundle', '--bundles', 'deb', ...config]);
  const name = readdirSync(bundles).find((entry) => entry.endsWith('.deb'));
  if (name === undefined) throw new Refusal(`The bundler left no package in ${bundles}.`);
  const target = join(targetFolder, name);
  await compress(join(bundles, name), target);
  return target;
}

if (process.argv[1] === import.meta.filename) {
  await main(async () => {
    const path = await makePackage();
    const megabytes = statSync(path).size / 1_000_000;
    say(`${path}: ${megabytes.toFixed(1)} MB`);
    if (megabytes > SIZE_LIMIT_MB) throw new Refusal(`The package is larger than ${SIZE_LIMIT_MB} MB.`);
  });
}
