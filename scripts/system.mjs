// What the machine must have: Node, Rust and the operating system's packages.
import { existsSync, readdirSync } from 'node:fs';
import { ask, Refusal, run, say } from './run.mjs';

const RUST_NEEDED = [1, 95];

const libraryFound = (name) => ask('pkg-config', ['--exists', name]) !== null;
const programFound = (name) => ask('sh', ['-c', `command -v ${name}`]) !== null;

/** Where Debian and Ubuntu keep PostgreSQL's own programs, newest last. */
export function postgresFolders() {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return [];
  return readdirSync(versions)
    .sort((one, other) => Number(one) - Number(other))
    .map((version) => `${versions}/${version}/bin`)
    .filter((folder) => existsSync(`${folder}/initdb`));
}

/** The browser that tests and pictures use, or null. */
export function chromium() {
  const given = process.env['SELVEDGE_CHROMIUM'];
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return [given, ...known].find((path) => path && existsSync(path)) ?? null;
}

const TO_BUILD = [
  { package: 'build-essential', present: () => programFound('cc') },
  { package: 'pkg-config', present: () => programFound('pkg-config') },
  { package: 'libwebkit2gtk-4.1-dev', present: () => libraryFound('webkit2gtk-4.1') },
  { package: 'libgtk-3-dev', present: () => libraryFound('gtk+-3.0') },
];

const TO_TEST = [
  { package: 'webkit2gtk-driver', present: () => programFound('WebKitWebDriver') },
  { package: 'xvfb', present: () => programFound('xvfb-run') },
  { package: 'xauth', present: () => programFound('xauth') },
  { package: 'dbus', present: () => programFound('dbus-run-session') },
  { package: 'postgresql', present: () => postgresFolders().length > 0 },
  { package: 'chromium', present: () => chromium() !== null },
  { package: 'python3-venv', present: () => ask('python3', ['-c', 'import ensurepip, venv']) !== null },
];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org).`);
}

function checkRust() {
  const version = ask('rustc', ['--version'])?.match(/(\d+)\.(\d+)/);
  const needed = RUST_NEEDED.join('.');
  if (!version)
    throw new Refusal(`Rust is missing: install ${needed} or newer with https://rustup.rs, then try again.`);
  const [major, minor] = version.slice(1).map(Number);
  if (major > RUST_NEEDED[0] || minor >= RUST_NEEDED[1]) return;
  throw new Refusal(`Rust ${version[0]} is too old: "rustup update" brings ${needed} or newer.`);
}

/** The words that may install packages without asking, or null. */
function installer() {
  if (!programFound('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return ask('sudo', ['-n', 'true']) === null ? null : ['sudo', '-n'];
}

async function install(missing) {
  const list = missing.join(' ');
  const prefix = installer();
  if (prefix === null) {
    throw new Refusal(`These packages are missing: ${list}\nInstall them, for example: sudo apt-get install ${list}`);
  }
  say(`Installing what the system lacks: ${list}`);
  const apt = (...args) => {
    const words = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(words[0], words.slice(1));
  };
  await apt('update', '-q');
  await apt('install', '-q', '-y', '--no-install-recommends', ...missing);
}

/** Refuses, with what to do, unless the machine can build; with `tests`, unless it can test as well. */
export async function checkSystem({ tests = false } = {}) {
  checkNode();
  checkRust();
  if (process.platform !== 'linux') return;
  const needed = tests ? [...TO_BUILD, ...TO_TEST] : TO_BUILD;
  const missing = needed.filter((entry) => !entry.present()).map((entry) => entry.package);
  if (missing.length > 0) await install(missing);
}
