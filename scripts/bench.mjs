// Measures the packaged build: start, memory, size. The figures stand in the README.
import { join } from 'node:path';
import { makePackage } from './package.mjs';
import { main, run } from './run.mjs';
import { checkSystem } from './system.mjs';
import { program, targetFolder } from './target.mjs';

await main(async (args) => {
  await checkSystem({ tests: true });
  const archive = await makePackage();
  const emptyWindow = join(targetFolder, 'release/examples/empty_window');
  await run('node', ['bench/desktop.mjs', archive, emptyWindow, program('selvedge-server', 'release'), ...args]);
});
