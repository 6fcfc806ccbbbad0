// Measures the packaged build: start, memory, size. The figures stand in the README.
import { main, run } from './run.mjs';
import { makePackage } from './package.mjs';
import { tauriDriver } from './desktop-door.mjs';
import { checkSystem } from './system.mjs';

await main(async (args) => {
  await checkSystem({ tests: true });
  const path = await makePackage();
  await run('node', ['bench/desktop.mjs', path, ...args], { env: { SELVEDGE_TAURI_DRIVER: await tauriDriver() } });
});
