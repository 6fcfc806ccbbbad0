// Renews the pictures of the README, taken from the real server with its demo workspace, and takes every main page in
// every size and theme; with --readme the README's alone.
import { build } from './build.mjs';
import { main, run } from './run.mjs';
import { checkSystem, chromium } from './system.mjs';
import { program } from './target.mjs';

await main(async (words) => {
  await checkSystem({ tests: true });
  await build();
  const env = { SELVEDGE_CHROMIUM: chromium(), SELVEDGE_SERVER_PROGRAM: program('selvedge-server') };
  await run('node', ['tests/e2e/screenshots.mjs', ...words], { env });
});
