// Renews the pictures of the README, taken from the real server with its demo workspace.
import { build } from './build.mjs';
import { main, run } from './run.mjs';
import { checkSystem, chromium } from './system.mjs';
import { program } from './target.mjs';

await main(async () => {
  await checkSystem({ tests: true });
  await build();
  const env = { SELVEDGE_CHROMIUM: chromium(), SELVEDGE_SERVER_PROGRAM: program('selvedge-server') };
  await run('node', ['tests/e2e/screenshots.mjs'], { env });
});
