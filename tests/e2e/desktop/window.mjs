// The real desktop window, driven from outside: tauri-driver in front of WebKit's own WebDriver.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Key, remote } from 'webdriverio';

const START_MS = 30_000;
const ENDING_MS = 12_000;
const WAIT_MS = 15_000;

function needed(name) {
  const value = process.env[name];
  if (!value || !existsSync(value)) throw new Error(`${name} does not name a file: run this by "npm test -- desktop"`);
  return value;
}

/** The program under test. */
export const selvedge = () => needed('SELVEDGE_DESKTOP');

export const makeFolder = () => mkdtempSync(join(tmpdir(), 'selvedge-desktop-'));
export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** An empty folder, removed when the test ends. */
export function emptyFolder(test) {
  const folder = makeFolder();
  test.after(() => removeFolder(folder));
  return folder;
}

function freePorts(count) {
  const probes = Array.from({ length: count }, () => createServer());
  const listening = probes.map(
    (probe) => new Promise((resolve) => probe.listen(0, '127.0.0.1', () => resolve(probe.address().port))),
  );
  return Promise.all(listening).then((ports) => {
    for (const probe of probes) probe.close();
    return ports;
  });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The processes that were started on a folder. */
function startedOn(folder) {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => read(`/proc/${id}/cmdline`).split('\0').includes(folder));
}

/** A process has ended once it holds nothing more, even if nobody has asked how it ended. */
function hasEnded(id) {
  const state = read(`/proc/${id}/stat`).split(') ').at(-1)[0];
  return state === undefined || state === 'Z';
}

function kill(ids) {
  for (const id of ids) {
    try {
      process.kill(Number(id), 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

async function answering(port) {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    const status = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (status?.ok) return;
    await sleep(100);
  }
  throw new Error('tauri-driver does not answer');
}

/** The folder of the only workspace below a data folder. */
export function workspaceIn(folder) {
  const [workspace] = readdirSync(join(folder, 'workspaces'));
  return join(folder, 'workspaces', workspace);
}

/** Opens the window on a data folder; answers the page in it. On a first run it begins a workspace, unless `begin` is false. */
export async function openWindow(folder, { application = selvedge(), env = {}, begin = true } = {}) {
  const [port, nativePort] = await freePorts(2);
  const driver = spawn(needed('SELVEDGE_TAURI_DRIVER'), ['--port', `${port}`, '--native-port', `${nativePort}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  try {
    await answering(port);
    const browser = await remote({
      hostname: '127.0.0.1',
      port,
      logLevel: 'error',
      connectionRetryCount: 0,
      connectionRetryTimeout: 60_000,
      capabilities: {
        'tauri:options': { application, args: ['--data-dir', folder] },
        'wdio:enforceWebDriverClassic': true,
      },
    });
    const page = new Page(browser, driver, folder);
    if (begin) await page.begin();
    return page;
  } catch (cause) {
    driver.kill();
    throw cause;
  }
}

const SELECTORS = {
  button: 'button, [role="button"]',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  password: 'input[type="password"]',
  menuitem: '[role="menuitem"]',
  textbox: 'input:not([type]), input[type="text"], input[type="search"], textarea',
  radio: 'input[type="radio"]',
  file: 'input[type="file"]',
  option: '[role="option"]',
  tab: '[role="tab"]',
};

const matches = (expected, actual) => (expected instanceof RegExp ? expected.test(actual) : expected === actual);

/** What a person sees and does, by role and name. */
export class Page {
  constructor(browser, driver, folder) {
    this.browser = browser;
    this.driver = driver;
    this.folder = folder;
  }

  /** Ends the window, and waits until nothing holds its folder any more. */
  async close() {
    if (this.driver.exitCode !== null || this.driver.signalCode !== null) return;
    const windows = startedOn(this.folder);
    const gone = new Promise((resolve) => this.driver.once('exit', resolve));
    await this.browser.deleteSession().catch(() => undefined);
    this.driver.kill();
    await gone;
    const end = Date.now() + ENDING_MS;
    while (!windows.every(hasEnded)) {
      // WebKit's automation now and then ends its session and leaves the window open: nobody closed it, so it stays.
      if (Date.now() > end) kill(windows);
      await sleep(50);
    }
  }

  /** Ends the window as a failing power supply does. */
  async kill() {
    const gone = new Promise((resolve) => this.driver.once('exit', resolve));
    kill(startedOn(this.folder));
    this.driver.kill();
    await gone;
  }

  /** The element of a role with a name, as assistive technology is told it; waits for it. */
  async find(role, name) {
    let seen = [];
    const end = Date.now() + WAIT_MS;
    do {
      seen = [];
      for (const element of await this.browser.$$(SELECTORS[role])) {
        // The page may have drawn itself anew between the two questions.
        const label = await this.browser.getElementComputedLabel(element.elementId).catch(() => null);
        if (label !== null && matches(name, label.trim())) return element;
        seen.push(label);
      }
      await sleep(100);
    } while (Date.now() < end);
    throw new Error(`no ${role} is called ${name}; there are: ${seen.join(' | ')}\n${await this.text()}`);
  }

  async press(role, name) {
    const element = await this.find(role, name);
    await element.waitForEnabled({ timeout: WAIT_MS });
    await element.scrollIntoView({ block: 'center' });
    await element.click();
  }

  /** Starts a workspace of one's own, where the window asks how to begin. */
  async begin(name = 'My mesh') {
    const said = await this.sees(/Welcome to Selvedge|\nHome\n/, START_MS);
    if (!said.includes('Welcome to Selvedge')) return;
    await this.press('button', /^Start my own/);
    await this.fill(/^Name/, name);
    await this.press('button', 'Create workspace');
    await this.sees('Begin with a domain', START_MS);
  }

  async fill(name, value, role = 'textbox') {
    const element = await this.find(role, name);
    await element.scrollIntoView({ block: 'center' });
    await element.setValue(value);
  }

  /** Presses keys together, such as `'Control', 'k'`. */
  async keys(...together) {
    await this.browser.keys(together.map((key) => Key[key] ?? key));
  }

  /** Types a text, key by key. */
  async type(text) {
    for (const key of text) await this.browser.keys(key);
  }

  /** What has the focus: its role and name as assistive technology is told them. */
  async focused() {
    const element = await this.browser.getActiveElement();
    const id = Object.values(element)[0];
    // It may go between the two questions.
    const ask = (question) => question.catch(() => '');
    return {
      role: await ask(this.browser.getElementComputedRole(id)),
      name: (await ask(this.browser.getElementComputedLabel(id))).trim(),
    };
  }

  /** Presses Tab until the focus is on what has this role and name. */
  async tabTo(role, name) {
    const passed = [];
    for (let presses = 0; presses < 60; presses += 1) {
      const focused = await this.focused();
      if (focused.role === role && matches(name, focused.name)) return;
      passed.push(`${focused.role} ${focused.name}`);
      await this.keys('Tab');
    }
    throw new Error(`Tab never reaches the ${role} ${name}; it passes: ${passed.join(' | ')}`);
  }

  /** Gives a file to the page; WebDriver cannot drive the machine's own dialog. */
  async giveFile(path) {
    const end = Date.now() + WAIT_MS;
    let inputs = [];
    while (inputs.length === 0 && Date.now() < end) {
      inputs = await this.browser.$$(SELECTORS.file).getElements();
      if (inputs.length === 0) await sleep(100);
    }
    await inputs[0].addValue(path);
  }

  /** All text on the page. */
  text() {
    return this.browser.execute('return document.body.innerText');
  }

  /** Waits until the page says something. */
  async sees(expected, within = WAIT_MS) {
    const end = Date.now() + within;
    let text = '';
    while (Date.now() < end) {
      text = await this.text();
      if (expected instanceof RegExp ? expected.test(text) : text.includes(expected)) return text;
      await sleep(100);
    }
    throw new Error(`the page never says ${expected}; it says:\n${text}`);
  }

  /** Goes to a page of ours without loading anew. */
  async go(path) {
    await this.browser.execute((target) => {
      history.pushState({}, '', target);
      dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, path);
  }
}
