import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 30_000;

function program(): string {
  const target = process.env['CARGO_TARGET_DIR'] ?? join(process.cwd(), 'target');
  const path = process.env['SELVEDGE_SERVER_PROGRAM'] ?? join(target, 'debug', 'selvedge-server');
  if (!existsSync(path)) throw new Error(`there is no server at ${path}: run this by "npm test -- browser"`);
  return path.replace(/^~/, homedir());
}

/** A real server with a workspace of its own. */
export class Server {
  readonly url: string;
  readonly setUpLink: string | null;
  readonly folder: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, folder: string, said: string) {
    this.#child = child;
    this.folder = folder;
    this.url = /open at (http:\S+)/.exec(said)?.[1] ?? '';
    this.setUpLink = /(http:\S+\/set-up\?code=\S+)/.exec(said)?.[1] ?? null;
  }

  static async start({
    demo = false,
    folder = mkdtempSync(join(tmpdir(), 'selvedge-browser-')),
    listen = '127.0.0.1:0',
  } = {}): Promise<Server> {
    const words = ['serve', '--data-dir', folder, '--listen', listen, ...(demo ? ['--demo'] : [])];
    const child = spawn(program(), words, { stdio: ['ignore', 'pipe', 'pipe'] });
    const log: string[] = [];
    child.stderr.on('data', (bytes) => log.push(String(bytes)));
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the server does not start:\n${said}${log.join('')}`)), START_MS);
      child.stdout.on('data', (bytes) => {
        said += String(bytes);
        // The last line it says before it serves.
        if (said.includes('Ctrl-C')) {
          clearTimeout(late);
          resolve();
        }
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}${log.join('')}`)));
    });
    return new Server(child, folder, said);
  }

  /** The worker processes that run now. */
  workers(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          const [, name = '', parent = ''] =
            /^\d+ \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
          return name.startsWith('selvedge-worke') && Number(parent) === this.#child.pid;
        } catch {
          // A process may end between the two looks.
          return false;
        }
      });
  }

  /** Ends the server as a failing power supply does. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** Ends the server, and its workspace unless it is to be started again. */
  async stop({ keep = false } = {}): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(late);
    if (!keep) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
