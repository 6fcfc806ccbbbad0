// Measures the packaged build (start, memory, size) and the furnished house in a large company. The figures stand in
// the README. `npm run bench -- desktop` or `npm run bench -- house` measures one of them alone, `npm run bench -- meaning`
// how well personal data is recognised, `npm run bench -- table` how fast a large file becomes a checked table,
// `npm run bench -- dialect` how often a file's delimiter, marks and encoding are recognised.
import { join } from 'node:path';
import { buildPrograms, buildScreens, installPackages } from './build.mjs';
import { makePackage } from './package.mjs';
import { python } from './python.mjs';
import { main, Refusal, run } from './run.mjs';
import { checkSystem } from './system.mjs';
import { program, targetFolder } from './target.mjs';

async function desktop(args) {
  const archive = await makePackage();
  const emptyWindow = join(targetFolder, 'release/examples/empty_window');
  await run('node', ['bench/desktop.mjs', archive, emptyWindow, program('selvedge-server', 'release'), ...args]);
}

async function house(args) {
  await installPackages();
  await buildScreens();
  // The same programs as the package has, so that it isn't built twice.
  const programs = ['selvedge', 'selvedge-worker', 'selvedge-server', 'bench-company'];
  await buildPrograms('--release', ...programs.flatMap((name) => ['--bin', name]));
  const built = ['selvedge-server', 'selvedge-worker', 'bench-company'].map((name) => program(name, 'release'));
  await run('node', ['bench/house.mjs', ...built, ...args]);
}

async function meaning(args) {
  await buildPrograms('--release', '--example', 'judge');
  const interpreter = await python('bench/meaning/requirements.txt');
  await run('node', ['bench/meaning.mjs', interpreter, join(targetFolder, 'release/examples/judge'), ...args]);
}

async function tableOfFile(args) {
  await buildPrograms('--release', '--bin', 'selvedge-worker');
  await run('node', ['bench/table.mjs', program('selvedge-worker', 'release'), await python(), ...args]);
}

async function dialect(args) {
  await buildPrograms('--release', '--bin', 'selvedge-worker');
  const interpreter = await python('bench/dialect/requirements.txt');
  await run(interpreter, ['bench/dialect.py', program('selvedge-worker', 'release'), ...args]);
}

const benchmarks = { desktop, house, meaning, table: tableOfFile, dialect };

await main(async (args) => {
  await checkSystem({ tests: true });
  const [first = '', ...others] = args;
  if (first in benchmarks) return benchmarks[first](others);
  if (first !== '' && !/^(-|\d)/.test(first)) {
    throw new Refusal(`there is no benchmark "${first}": ${Object.keys(benchmarks).join(', ')}`);
  }
  await desktop(args);
  return house([]);
});
