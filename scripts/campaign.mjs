// Runs one campaign: npm run campaign -- <name> --count N --seed S
import { build } from './build.mjs';
import { campaigns, programOf } from './campaigns.mjs';
import { startPostgres } from './postgres.mjs';
import { ended, main, Refusal, start } from './run.mjs';
import { checkSystem } from './system.mjs';
import { program } from './target.mjs';

await main(async ([name, ...args]) => {
  const names = campaigns();
  if (!names.includes(name)) {
    throw new Refusal(`Which campaign? npm run campaign -- <name> --count N --seed S\nThere are: ${names.join(', ')}`);
  }
  await checkSystem({ tests: true });
  await build();
  const postgres = await startPostgres();
  try {
    return await ended(start(program(programOf(name)), args, { env: { SELVEDGE_TEST_POSTGRES: postgres.url } }));
  } finally {
    postgres.stop();
  }
});
