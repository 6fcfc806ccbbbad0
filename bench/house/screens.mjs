// How quickly the screens answer in Chromium: interactions to their next paint, main-thread tasks, frames of scrolling.
import { chromium } from 'playwright-core';
import { quantile, table } from './figures.mjs';

const PAINT_GOAL_MS = 100;
const TASK_GOAL_MS = 50;
const FRAME_MS = 25;
const FRAMES_GOAL = 0.01;
/** Shorter ones aren't reported one by one. */
const REPORTED_MS = 16;
const TYPING_MS = 60;
const PAGES_MORE = 4;
const SCROLL_PIXELS = 12_000;
const SCROLL_SPEED = 3_000;

/** Runs in the page before anything else: notes what the browser says of interactions and long tasks. */
function watch() {
  const seen = { interactions: [], tasks: [], painted: Number.POSITIVE_INFINITY };
  window.__seen = seen;
  const observe = (type, each, options = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) each(entry);
    }).observe({ type, buffered: true, ...options });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.painted = startTime;
  });
  const place = () => location.pathname.replace(/^\/(domains|data-products|people)\/(?!new)[^/]+/, '/$1/one') + location.search.replace(/(draft|domainId|upload|done)=[^&]*/g, '$1');
  observe('longtask', ({ startTime, duration }) => {
    seen.tasks.push({ at: startTime, duration, place: place(), doing: window.__doing ?? '' });
  });
  observe(
    'event',
    ({ interactionId, duration, name }) => {
      if (interactionId) seen.interactions.push({ id: interactionId, duration, name, place: place(), doing: window.__doing ?? '' });
    },
    { durationThreshold: 16 },
  );
}

/** Walks through the main job and the lists; keeps what was noted on every document. */
class Walk {
  constructor(page) {
    this.page = page;
    this.documents = [];
    this.scrolled = [];
  }

  async keep() {
    // The browser reports an event a moment after its paint.
    await this.page.waitForTimeout(400);
    const kept = await this.page.evaluate(() => ({ ...window.__seen, count: performance.interactionCount ?? 0 }));
    if (kept.interactions !== undefined) this.documents.push(kept);
  }

  async open(path) {
    if (this.page.url() !== 'about:blank') await this.keep();
    await this.page.goto(path);
    await this.page.locator('h1').first().waitFor();
    // What the page asks for comes in; its stream of events never ends, so that the network is never idle.
    await this.page.waitForTimeout(1500);
  }

  doing(what) {
    return this.page.evaluate((now) => {
      window.__doing = now;
    }, what);
  }

  async type(field, words) {
    await field.click();
    await field.press('ControlOrMeta+a');
    await this.page.keyboard.type(words, { delay: TYPING_MS });
  }

  next = () => this.page.getByRole('button', { name: 'Next' }).click();
  asks = (question) => this.page.getByRole('heading', { level: 1, name: question }).waitFor();

  /** Scrolls as a wheel does and notes how long each frame took. */
  async scroll(name) {
    await this.doing(`scrolling ${name}`);
    const client = await this.page.context().newCDPSession(this.page);
    await this.page.evaluate(() => {
      const frames = [];
      let last = performance.now();
      const next = (now) => {
        frames.push(now - last);
        last = now;
        if (window.__frames === frames) requestAnimationFrame(next);
      };
      window.__frames = frames;
      requestAnimationFrame(next);
    });
    for (const distance of [-SCROLL_PIXELS, SCROLL_PIXELS]) {
      await client.send('Input.synthesizeScrollGesture', {
        x: 640,
        y: 500,
        yDistance: distance,
        speed: SCROLL_SPEED,
        gestureSourceType: 'mouse',
      });
    }
    const frames = await this.page.evaluate(() => {
      const measured = window.__frames.slice(1);
      window.__frames = null;
      return measured;
    });
    await client.detach();
    const slow = frames.filter((took) => took > FRAME_MS).length;
    this.scrolled.push({ name, frames: frames.length, share: slow / frames.length, p95: quantile(frames, 0.95) });
  }

  async more() {
    for (let times = 0; times < PAGES_MORE; times += 1) {
      const button = this.page.getByRole('button', { name: /^Show more/ });
      if ((await button.count()) === 0) return;
      const rows = await this.page.getByRole('row').count();
      await button.click();
      await this.page.waitForFunction((before) => document.querySelectorAll('tr').length > before, rows);
    }
  }

  async createDomain(name) {
    const { page } = this;
    await this.open('/new/domain');
    await this.doing('the domain wizard');
    await this.type(page.getByLabel('Name'), name);
    await this.type(page.getByLabel('Purpose'), 'Everything that is measured, from the first key on.');
    await this.type(page.getByRole('combobox', { name: 'Lies below' }), 'Sales Ger');
    await page.getByRole('option').first().waitFor();
    await page.getByRole('option').first().click();
    await this.next();
    await this.asks('Who looks after it?');
    await this.type(page.getByRole('combobox').first(), 'lindq');
    await page.getByRole('option').first().waitFor();
    await page.getByRole('option').first().click();
    await this.next();
    await this.asks('Which house rules hold?');
    await this.next();
    await this.asks('Is everything as you want it?');
    await page.getByRole('button', { name: 'Create domain' }).click();
    await this.asks(`“${name}” is ready`);
  }

  async createProduct(domain, name) {
    const { page } = this;
    await this.open('/new/data-product');
    await this.doing('the product wizard');
    await page.locator('input[type="file"]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: orders(5_000) });
    await page.getByText('as they will be read').waitFor();
    await this.next();
    await this.asks('What is it for?');
    await this.type(page.getByLabel('Name'), name);
    await this.type(page.getByRole('combobox', { name: 'Domain' }), domain);
    await page.getByRole('option', { name: domain }).first().click();
    await this.type(page.getByLabel('Purpose'), 'Every order with its price, for the monthly report.');
    await this.next();
    await this.asks('What do the columns say?');
    await this.type(page.getByLabel('Description of Order number'), 'Printed on the receipt.');
    await this.next();
    await this.asks('Is everything as you want it?');
    await page.getByRole('button', { name: 'Publish product' }).click();
    await page.getByRole('heading', { name: `“${name}” is published` }).waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: /^See the product/ }).click();
    await this.asks(name);
    await page.getByRole('tab', { name: 'Rows' }).click();
    await page.getByRole('grid').waitFor();
    await page.getByRole('gridcell').first().waitFor();
  }

  async palette(words) {
    const { page } = this;
    await this.open('/');
    await this.doing('the palette');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search data, pages and actions' }).waitFor();
    await page.keyboard.type(words, { delay: TYPING_MS });
    await page.getByRole('option').first().waitFor();
    for (let times = 0; times < 5; times += 1) await page.keyboard.press('ArrowDown', { delay: TYPING_MS });
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== '/');
  }

  async list(path, filter, words, name) {
    const { page } = this;
    await this.open(path);
    await this.doing(`the list of ${name}`);
    await page.getByRole('row').nth(5).waitFor();
    await this.more();
    await this.scroll(name);
    await this.doing(`the list of ${name}`);
    await this.type(page.getByRole('searchbox', { name: filter }), words);
    await page.waitForTimeout(600);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(600);
  }

  async tree() {
    const { page } = this;
    await this.open('/domains?view=tree');
    await this.doing('the tree of domains');
    const tree = page.getByRole('tree');
    await tree.getByRole('treeitem').first().focus();
    for (let times = 0; times < 40; times += 1) {
      await page.keyboard.press(times % 2 === 0 ? 'ArrowRight' : 'ArrowDown', { delay: TYPING_MS });
    }
    await this.type(page.getByRole('searchbox', { name: 'Filter domains' }), 'e');
    await page.waitForTimeout(800);
    await this.scroll('the tree of domains');
  }

  async search(words) {
    const { page } = this;
    await this.open('/search');
    await this.doing('search');
    await this.type(page.getByRole('searchbox').or(page.getByRole('textbox')).first(), words);
    await page.waitForTimeout(800);
  }
}

function orders(rows) {
  const lines = ['Order number,Ordered on,"Price (EUR), net",Note'];
  for (let row = 0; row < rows; row += 1) {
    lines.push(`${100_000 + row},2026-0${1 + (row % 9)}-1${row % 10},${(row % 400) / 10 + 5},line ${row}`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** Walks, and prints what was noted; answers what misses its goal. */
export async function measureScreens({ url, token, executable, say }) {
  const browser = await chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1280, height: 800 },
      extraHTTPHeaders: { Authorization: `Bearer ${token}` },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.addInitScript(watch);
    const walk = new Walk(page);
    // Every page's code is read once before anything counts.
    await walk.open('/');
    walk.documents.length = 0;
    const mark = Math.trunc(performance.timeOrigin + performance.now()).toString(36);
    await walk.createDomain(`Measured sales ${mark}`);
    await walk.createProduct(`Measured sales ${mark}`, `Measured orders ${mark}`);
    await walk.palette('daily ordrs');
    await walk.list('/domains', 'Filter domains', 'sales germ', 'domains');
    await walk.tree();
    await walk.list('/data-products', 'Filter data products', 'daily orders', 'data products');
    await walk.list('/people', 'Search people', 'lindq', 'people');
    await walk.search('weekly shipments');
    await walk.keep();
    return tell(walk, say);
  } finally {
    await browser.close();
  }
}

function tell({ documents, scrolled }, say) {
  const missed = [];
  const longest = new Map();
  let all = 0;
  for (const { interactions, count } of documents) {
    const ofDocument = new Map();
    for (const each of interactions) {
      if ((ofDocument.get(each.id)?.duration ?? 0) < each.duration) ofDocument.set(each.id, each);
    }
    all += Math.max(count, ofDocument.size);
    for (const each of ofDocument.values()) longest.set(longest.size, each);
  }
  const reported = [...longest.values()];
  // Those that weren't reported took less than the shortest that are.
  const durations = [...reported.map(({ duration }) => duration), ...Array(all - reported.length).fill(REPORTED_MS)];
  const p75 = quantile(durations, 0.75);
  const doings = [...new Set(reported.map(({ doing }) => doing))];
  say(
    table(
      ['interactions slower than 16 ms', 'how many', 'p75, ms', 'slowest, ms'],
      doings.map((doing) => {
        const of = reported.filter((each) => each.doing === doing).map(({ duration }) => duration);
        return [doing || 'opening', of.length, quantile(of, 0.75), Math.max(...of)];
      }),
    ),
  );
  say(`interaction to next paint: p75 ${p75} ms of ${all} interactions (goal ${PAINT_GOAL_MS} ms), p98 ${quantile(durations, 0.98)} ms`);
  if (p75 > PAINT_GOAL_MS) missed.push(`interaction to next paint: p75 ${p75} ms`);
  const tasks = documents.flatMap((each) => each.tasks.filter(({ at }) => at > each.painted));
  const long = tasks.filter(({ duration }) => duration > TASK_GOAL_MS);
  say(`main-thread tasks over ${TASK_GOAL_MS} ms after the first paint: ${long.length} (goal 0)`);
  for (const { duration, place, doing } of long) say(`  ${duration.toFixed(0)} ms on ${place}, ${doing || 'opening'}`);
  if (long.length > 0) missed.push(`${long.length} main-thread tasks over ${TASK_GOAL_MS} ms`);
  say(
    table(
      ['scrolling', 'frames', `over ${FRAME_MS} ms`, 'p95, ms', `≤ ${FRAMES_GOAL * 100} %`],
      scrolled.map(({ name, frames, share, p95 }) => [
        name,
        frames,
        `${(share * 100).toFixed(2)} %`,
        p95.toFixed(1),
        share <= FRAMES_GOAL ? 'yes' : 'NO',
      ]),
    ),
  );
  missed.push(
    ...scrolled
      .filter(({ share }) => share > FRAMES_GOAL)
      .map(({ name, share }) => `scrolling ${name}: ${(share * 100).toFixed(2)} % of frames over ${FRAME_MS} ms`),
  );
  return missed;
}
