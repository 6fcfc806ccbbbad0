// A screen of its own whose picture lies in a file, so that looking at it costs the measured program nothing.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SIZE = '1280x800x24';
/** Every eighth row is looked at: enough to tell pages apart. */
const ROW_STEP = 8;
const LOOK_MS = 10;

/** Opens a screen; `env` puts a program on it. */
export async function openScreen() {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-screen-'));
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SIZE, '-fbdir', folder, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('Xvfb does not start')));
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  const file = join(folder, 'Xvfb_screen0');
  while (!existsSync(file)) await sleep(10);
  return {
    env: { DISPLAY: `:${number}`, GDK_BACKEND: 'x11' },
    picture: () => new Picture(file),
    close() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The screen's file, in the format of xwd: a header, a colour table, then rows. */
class Picture {
  constructor(file) {
    this.file = openSync(file, 'r');
    const header = Buffer.alloc(100);
    readSync(this.file, header, 0, header.length, 0);
    const field = (index) => header.readUInt32BE(index * 4);
    this.height = field(5);
    this.rowBytes = field(12);
    this.start = field(0) + field(19) * 12;
  }

  /** The looked-at rows, one after the other. */
  look() {
    const rows = Math.floor(this.height / ROW_STEP);
    const seen = Buffer.alloc(rows * this.rowBytes);
    for (let row = 0; row < rows; row += 1) {
      readSync(this.file, seen, row * this.rowBytes, this.rowBytes, this.start + row * ROW_STEP * this.rowBytes);
    }
    return seen;
  }

  close() {
    closeSync(this.file);
  }
}

/** The share of pixels in which two looks differ. */
function difference(one, other) {
  const [left, right] = [one, other].map((look) => new Uint32Array(look.buffer, look.byteOffset, look.length / 4));
  let differing = 0;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) differing += 1;
  return differing / left.length;
}

/**
 * Watches until nothing has changed for `quiet` ms; answers when, in ms since `since`, the screen first showed what it
 * then went on showing: all but a hundredth of it, for a scroll bar fades two seconds later.
 */
export async function settledAfter(picture, since, quiet = 3000) {
  const changes = [{ at: performance.now(), look: picture.look() }];
  while (changes.length < 2 || performance.now() - changes.at(-1).at < quiet) {
    if (performance.now() - since > 60_000) throw new Error('the screen never settles');
    await sleep(LOOK_MS);
    const look = picture.look();
    if (!look.equals(changes.at(-1).look)) changes.push({ at: performance.now(), look });
  }
  const final = changes.at(-1).look;
  const settled = changes.findLastIndex(({ look }) => difference(look, final) > 0.01) + 1;
  return changes[settled].at - since;
}
