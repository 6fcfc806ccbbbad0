import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { barriers, expect, fresh, test } from './screens';

interface Made {
  id: string;
  name: string;
}

/** Asks the platform itself, for what a test needs to be there. */
async function made(request: APIRequestContext, path: string, data: object): Promise<Made> {
  const answer = await request.post(`/api/v1${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Made;
}

const addDomain = (page: Page, name: string, owner: string) =>
  made(page.request, '/domains', { name, purpose: 'For tests.', kind: 'aggregate', ownerIds: [owner] });

interface Reader {
  id: string;
  page: Page;
  leave: () => Promise<void>;
}

/** Another person, signed in with a window of their own. */
async function another(page: Page, browser: Browser, name: string): Promise<Reader> {
  const email = `${name.replaceAll(' ', '').toLowerCase()}@example.org`;
  const { id } = await made(page.request, '/people', { name, email, role: 'member' });
  const link = await page.request.post(`/api/v1/people/${id}/sign-in-link`);
  const { url } = (await link.json()) as { url: string };
  const code = new URL(url, page.url()).searchParams.get('code');
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: new URL(page.url()).origin,
    viewport: page.viewportSize(),
  });
  const redeemed = await context.request.post('/api/v1/set-up/redeem', { data: { code } });
  expect(redeemed.status(), await redeemed.text()).toBe(200);
  const completed = await context.request.post('/api/v1/set-up/complete', {
    data: { name, email, password: 'three unrelated words' },
  });
  expect(completed.ok(), await completed.text()).toBe(true);
  const own = await context.newPage();
  await own.goto('/');
  await expect(own.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
  // Long enough for the events to be followed.
  await own.waitForTimeout(1500);
  return { id, page: own, leave: () => context.close() };
}

const bell = (page: Page, unread: number) =>
  page.getByRole('button', { name: unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`, exact: true });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Notifications' });

test('what somebody does is told to those whom it concerns, without a reload', async ({ page, browser }) => {
  await page.goto('/');
  const reader = await another(page, browser, fresh('Mina Park'));
  await expect(bell(reader.page, 0)).toBeVisible();

  const name = fresh('Told sales');
  await addDomain(page, name, reader.id);
  await expect(bell(reader.page, 1)).toBeVisible();
  const notice = reader.page.getByRole('alert').filter({ hasText: `made you an owner of the domain ${name}.` });
  await expect(notice).toBeVisible();
  await expect(bell(page, 0)).toBeVisible();

  await bell(reader.page, 1).click();
  await expect(panel(reader.page).getByRole('heading', { name: 'Today' })).toBeVisible();
  await panel(reader.page)
    .getByRole('link', { name: new RegExp(`^Ada Berg made you an owner of the domain ${name}\\. Unread$`) })
    .click();
  await expect(reader.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(panel(reader.page)).toHaveCount(0);
  await expect(bell(reader.page, 0)).toBeVisible();
  await reader.leave();
});

test('several at once are one notice, and all are read at once', async ({ page, browser }) => {
  await page.goto('/');
  const reader = await another(page, browser, fresh('Many'));
  await reader.page.context().setOffline(true);
  for (const name of ['One', 'Two', 'Three']) await addDomain(page, fresh(name), reader.id);
  await reader.page.context().setOffline(false);
  await expect(bell(reader.page, 3)).toBeVisible({ timeout: 60_000 });
  const news = reader.page.getByRole('region', { name: 'New for you' });
  await expect(news.getByRole('link')).toHaveCount(3);
  await bell(reader.page, 3).click();
  await panel(reader.page).getByRole('button', { name: 'Mark all as read' }).click();
  await expect(bell(reader.page, 0)).toBeVisible();
  await expect(panel(reader.page).getByRole('link')).toHaveCount(3);
  await expect(panel(reader.page).getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);
  await expect(news).toHaveCount(0);
  await reader.leave();
});

test('notifications are read with the keyboard alone', async ({ page, browser }) => {
  await page.goto('/');
  const reader = await another(page, browser, fresh('Keys'));
  const { keyboard } = reader.page;
  const [first, second] = [fresh('First'), fresh('Second')];
  await addDomain(page, first, reader.id);
  await addDomain(page, second, reader.id);
  await expect(bell(reader.page, 2)).toBeVisible();

  await keyboard.press('b');
  await expect(panel(reader.page)).toBeVisible();
  await expect(panel(reader.page).getByRole('heading', { name: 'Notifications' })).toBeFocused();
  await expect(panel(reader.page).getByRole('link')).toHaveCount(2);
  await keyboard.press('ArrowDown');
  await expect(panel(reader.page).getByRole('link', { name: new RegExp(second) })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await expect(panel(reader.page).getByRole('link', { name: new RegExp(first) })).toBeFocused();
  await keyboard.press('Escape');
  await expect(panel(reader.page)).toHaveCount(0);

  await bell(reader.page, 2).focus();
  await keyboard.press('Enter');
  await expect(panel(reader.page)).toBeVisible();
  await keyboard.press('Escape');
  await expect(bell(reader.page, 2)).toBeFocused();

  await keyboard.press('Control+k');
  await keyboard.type('inbox');
  await expect(reader.page.getByRole('option', { name: /^Notifications/ })).toBeVisible();
  await keyboard.press('Enter');
  await expect(panel(reader.page).getByRole('link')).toHaveCount(2);
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(reader.page.getByRole('heading', { level: 1, name: first })).toBeVisible();
  await expect(bell(reader.page, 1)).toBeVisible();
  await keyboard.press('?');
  await expect(reader.page.getByRole('dialog').getByText('Notifications', { exact: true })).toBeVisible();
  await reader.leave();
});

test('what can’t be loaded says so and is tried again', async ({ page }) => {
  await page.goto('/');
  await page.route('**/api/v1/notifications?*', (route) =>
    route.request().url().includes('unread') ? route.continue() : route.abort(),
  );
  await bell(page, 0).click();
  await expect(panel(page).getByRole('alert')).toBeVisible({ timeout: 30_000 });
  expect(await barriers(page)).toEqual([]);
  await page.unroute('**/api/v1/notifications?*');
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(panel(page).getByRole('heading', { name: 'Nothing for you yet' })).toBeVisible();
});

test('the machine tells only once the person has said that it may', async ({ page, browser }) => {
  await page.goto('/');
  const reader = await another(page, browser, fresh('Native'));
  await reader.page.addInitScript(() => {
    const told: string[] = [];
    class Told {
      static permission = sessionStorage.getItem('may') ?? 'default';
      static requestPermission = async () => {
        const answer = sessionStorage.getItem('answer') ?? 'denied';
        sessionStorage.setItem('may', answer);
        Told.permission = answer;
        return answer;
      };
      constructor(title: string, { body }: { body: string }) {
        told.push(`${title}: ${body}`);
      }
    }
    Object.assign(window, { Notification: Told, told });
    document.hasFocus = () => false;
  });
  const told = () => reader.page.evaluate(() => (window as unknown as { told: string[] }).told);
  await reader.page.goto('/settings');
  await reader.page.waitForTimeout(1500);
  await addDomain(page, fresh('Silent'), reader.id);
  await expect(bell(reader.page, 1)).toBeVisible();
  expect(await told()).toEqual([]);

  const wanted = reader.page.getByRole('switch', { name: 'Tell me while this window is in the background' });
  await expect(wanted).not.toBeChecked();
  await wanted.focus();
  await reader.page.keyboard.press('Space');
  await expect(reader.page.getByText('The browser doesn’t let this address show notifications.')).toBeVisible();
  await expect(wanted).not.toBeChecked();
  await reader.page.evaluate(() => sessionStorage.setItem('answer', 'granted'));
  await reader.page.keyboard.press('Space');
  await expect(wanted).toBeChecked();
  await expect(reader.page.getByText('The browser doesn’t let this address show notifications.')).toHaveCount(0);
  expect(await barriers(reader.page)).toEqual([]);
  const name = fresh('Spoken');
  await addDomain(page, name, reader.id);
  await expect(bell(reader.page, 2)).toBeVisible();
  await expect.poll(told).toEqual([`Ada Berg: Ada Berg made you an owner of the domain ${name}.`]);
  await reader.page.reload();
  await expect(wanted).toBeChecked();
  await reader.leave();
});

test('who is in a wizard is told too, and comes to the others from there', async ({ page, browser }) => {
  await page.goto('/');
  const reader = await another(page, browser, fresh('Busy'));
  await reader.page.goto('/new/domain');
  await expect(reader.page.getByLabel('Name')).toBeVisible();
  await reader.page.waitForTimeout(1500);
  const name = fresh('Meanwhile');
  await addDomain(page, name, reader.id);
  await expect(reader.page.getByRole('alert').filter({ hasText: name })).toBeVisible();
  await reader.page.keyboard.press('Control+k');
  await reader.page.keyboard.type('unread');
  await expect(reader.page.getByRole('option', { name: /^Notifications/ })).toBeVisible();
  await reader.page.keyboard.press('Enter');
  await expect(panel(reader.page).getByRole('link', { name: new RegExp(name) })).toBeVisible();
  await reader.leave();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`bell and panel keep nobody out in the ${colorScheme} theme`, async ({ page, browser }) => {
    await page.goto('/');
    const reader = await another(page, browser, fresh(`Seen ${colorScheme}`));
    await reader.page.emulateMedia({ colorScheme });
    await bell(reader.page, 0).click();
    await expect(panel(reader.page).getByRole('heading', { name: 'Nothing for you yet' })).toBeVisible();
    expect(await barriers(reader.page)).toEqual([]);
    await addDomain(page, fresh('Barriers'), reader.id);
    await expect(panel(reader.page).getByRole('link')).toHaveCount(1);
    expect(await barriers(reader.page)).toEqual([]);
    await reader.page.keyboard.press('Escape');
    await expect(reader.page.getByRole('region', { name: 'New for you' })).toBeVisible();
    expect(await barriers(reader.page)).toEqual([]);
    await reader.leave();
  });
}
