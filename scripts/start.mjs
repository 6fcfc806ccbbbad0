// Opens Selvedge: builds what is missing, then shows the window, or serves it where there is no screen.
import { build } from './build.mjs';
import { ended, main, say, start } from './run.mjs';
import { checkSystem } from './system.mjs';
import { program } from './target.mjs';

const hasScreen = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

await main(async (args) => {
  await checkSystem();
  await build();
  if (hasScreen) {
    say('Opening the window …');
    return ended(start(program('selvedge'), args));
  }
  say('There is no screen here, so Selvedge is served for a browser. Ctrl-C ends it.');
  return ended(start(program('selvedge-server'), ['serve', ...args]));
});
