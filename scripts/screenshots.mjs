// Renews the pictures of the README, taken from the real server with its demo workspace; with --all every page
// in every size and theme as well.
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
