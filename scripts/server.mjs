// Builds and runs selvedge-server with the given arguments; without any, it serves.
import { build } from './build.mjs';
import { ended, main, start } from './run.mjs';
import { checkSystem } from './system.mjs';
import { program } from './target.mjs';

await main(async (args) => {
  await checkSystem();
  await build();
  return ended(start(program('selvedge-server'), args.length > 0 ? args : ['serve']));
});
