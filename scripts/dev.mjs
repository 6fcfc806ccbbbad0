// The screens with hot reload in a browser, before a real server that is built and started anew when Rust changes.
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildScreens, installPackages } from './build.mjs';
import { ended, main, root, say, start } from './run.mjs';
import { checkSystem } from './system.mjs';
import { program } from './target.mjs';

const SETTLED_MS = 300;

let server = null;
let building = false;
let again = false;

async function rebuild(args) {
  if (building) {
    again = true;
    return;
  }
  building = true;
  do {
    again = false;
    const code = await ended(start('cargo', ['build', '--workspace']));
    if (code !== 0) {
      say('The build failed; the server before it goes on.');
    } else if (!again) {
      await stop();
      server = start(program('selvedge-server'), ['serve', ...args]);
    }
  } while (again);
  building = false;
}

async function stop() {
  if (server === null || server.exitCode !== null) return;
  const gone = ended(server);
  server.kill('SIGTERM');
  await gone;
}

await main(async (args) => {
  await checkSystem();
  await installPackages();
  await buildScreens();
  await rebuild(args);
  let timer;
  for (const folder of ['crates', 'migrations']) {
    watch(join(root, folder), { recursive: true }, (_, name) => {
      if (!/\.(rs|sql|toml|json)$/.test(name ?? '')) return;
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(args), SETTLED_MS);
    });
  }
  say('The screens with hot reload: http://127.0.0.1:5173');
  const screens = start('npx', ['vite', '--config', 'ui/vite.config.ts']);
  process.on('SIGINT', () => {});
  const code = await ended(screens);
  await stop();
  process.exit(code);
});
