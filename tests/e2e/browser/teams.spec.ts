import type { APIRequestContext, Page } from '@playwright/test';
import { barriers, expect, fresh, test } from './screens';

interface Made {
  id: string;
  name: string;
  revision: number;
}

/** Asks the platform itself, for what a test needs to be there. */
async function made(request: APIRequestContext, path: string, data: object): Promise<Made> {
  const answer = await request.post(`/api/v1${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Made;
}

async function person(page: Page, name: string, role: string | null = 'member'): Promise<Made> {
  const email = `${name.replaceAll(' ', '').toLowerCase()}@example.org`;
  return made(page.request, '/people', { name, email, role });
}

async function pick(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('a team is made of people who are picked, shown with them, and changed', async ({ page }) => {
  const nadia = await person(page, fresh('Nadia Teamed'));
  const piotr = await person(page, fresh('Piotr Teamed'));
  const name = fresh('Shop <b>floor</b>');
  await page.goto('/teams');
  await page.getByRole('link', { name: 'Create team' }).first().click();
  await page.getByLabel('Name').fill(name);
  await expect(page.getByText(/Its readable id will be shop-b-floor-b/)).toBeVisible();
  await page.getByLabel('Purpose').fill('Looks after what our shops sell.');
  await pick(page, 'Members', nadia.name);
  await pick(page, 'Members', piotr.name);
  // Whoever makes it leads it; here somebody else does.
  await page.getByRole('button', { name: /^Take Ada Berg/ }).click();
  await expect(page.getByRole('list', { name: 'Members' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByText('Somebody has to lead it').first()).toBeVisible();
  await page.getByRole('checkbox', { name: `${piotr.name} leads the team` }).check();
  await page.getByRole('button', { name: 'Create team' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const members = page.getByRole('list', { name: /^Members/ });
  await expect(members.getByRole('listitem').first()).toContainText(piotr.name);
  await expect(members.getByRole('listitem').first()).toContainText('Lead');

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: `Take ${nadia.name} out` }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText(`“${name}” is saved.`)).toBeVisible();
  await expect(members.getByRole('listitem')).toHaveCount(1);

  await members.getByRole('link', { name: piotr.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: piotr.name })).toBeVisible();
  await expect(page.getByRole('list', { name: /^Teams/ })).toContainText(name);
});

test('names that are taken or borrow letters are told while typing, and far too long ones at once', async ({
  page,
}) => {
  const ada = await page.request.get('/api/v1/session').then((answer) => answer.json());
  const name = fresh('Sales force');
  const members = [{ personId: ada.person.id, lead: true }];
  await made(page.request, '/teams', { name, purpose: 'Sells.', members });
  await page.goto('/new/team');
  const field = page.getByLabel('Name');
  await field.fill(name.toUpperCase());
  await expect(field).toHaveAccessibleDescription(/is taken/);
  await field.fill(name.replace('a', '\u0430'));
  await expect(field).toHaveAccessibleDescription(/looks the same/);
  await field.fill('x'.repeat(10_000));
  await expect(field).toHaveAccessibleDescription(/120 characters is the most/);
  await field.fill(`${name}s`);
  await expect(page.getByText('Teams with a similar name:')).toBeVisible();
});

test('the keyboard alone makes a team and picks its people', async ({ page }) => {
  const other = await person(page, fresh('Keyboard Friend'));
  const name = fresh('By keys');
  await page.goto('/new/team');
  await page.getByLabel('Name').focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Made without a mouse.');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Members' })).toBeFocused();
  await page.keyboard.type(other.name);
  await expect(page.getByRole('option', { name: other.name })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Take ${other.name} out` })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('list', { name: /^Members/ }).getByRole('listitem')).toHaveCount(2);
});

test('a quick Enter never picks somebody whom the words don’t mean', async ({ page }) => {
  const other = await person(page, fresh('Quick Friend'));
  await page.goto('/new/team');
  const field = page.getByRole('combobox', { name: 'Members' });
  await field.focus();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.route('**/api/v1/people?**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.keyboard.type(other.name);
  await page.keyboard.press('Enter');
  const members = page.getByRole('list', { name: 'Members' }).getByRole('listitem');
  // Unless they stood in the list already, they come with the platform's answer, as the one that Enter takes.
  if ((await members.count()) === 1) {
    await expect(page.getByRole('option', { name: other.name })).toHaveAttribute('data-combobox-selected', 'true');
    await page.keyboard.press('Enter');
  }
  await expect(members).toHaveCount(2);
  await expect(page.getByRole('button', { name: `Take ${other.name} out` })).toBeVisible();
});

test('a team that looks after a domain stays, and says which', async ({ page }) => {
  const ada = await page.request.get('/api/v1/session').then((answer) => answer.json());
  const me = ada.person.id;
  const name = fresh('Keepers');
  const members = [{ personId: me, lead: true }];
  const team = await made(page.request, '/teams', { name, purpose: 'Keeps.', members });
  const domain = { name: fresh('Kept'), purpose: 'P', kind: 'aggregate', ownerIds: [me], teamId: team.id };
  await made(page.request, '/domains', domain);
  await page.goto(`/teams/${team.id}`);
  await expect(page.getByRole('list', { name: /^Looks after/ })).toContainText(domain.name);
  const remove = async () => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete team' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete team' }).click();
  };
  await remove();
  await expect(page.getByText('This team still looks after something')).toBeVisible();
  await expect(page.getByText(new RegExp(`It looks after ${domain.name}\\.`))).toBeVisible();

  const free = await made(page.request, '/teams', { name: fresh('Free'), purpose: 'Nothing.', members });
  await page.goto(`/teams/${free.id}`);
  await remove();
  await expect(page.getByText(`The team “${free.name}” is deleted.`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Teams' })).toBeVisible();
});

test('people are found while typing, by role, and those who left are folded away', async ({ page }) => {
  const name = fresh('Zoë Gesucht');
  const zoe = await person(page, name, 'steward');
  await page.goto('/people');
  await expect(page.getByRole('link', { name: 'Ada Berg' })).toBeVisible();
  await page.getByLabel('Find by name or e-mail').fill('gesucht zoe');
  await expect(page.getByRole('link', { name })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ada Berg' })).toHaveCount(0);
  await expect(page).toHaveURL(/q=gesucht/);
  await page
    .getByRole('button', { name: /^Administrators|^Stewards/ })
    .first()
    .click();
  await page.getByLabel('Find by name or e-mail').fill('nobody at all');
  await expect(page.getByRole('heading', { name: 'Nobody is called “nobody at all”' })).toBeVisible();
  await page.getByRole('button', { name: 'Show everybody' }).click();
  await expect(page.getByRole('link', { name: 'Ada Berg' })).toBeVisible();
  await page.goto(`/people/${zoe.id}`);
  await expect(page.getByRole('heading', { name: `${name} looks after nothing yet` })).toBeVisible();
  await page.getByLabel(`Role of ${name}`).selectOption({ label: 'Viewer' });
  await expect(page.getByText(`${name} is now a viewer.`)).toBeVisible();
});

test('a program gets an account of its own, and loses it for good', async ({ page, playwright, server }) => {
  const name = fresh('Nightly robot');
  await page.goto('/new/service-account');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Purpose').fill('Copies orders every night.');
  await page.getByRole('button', { name: 'Create service account' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('button', { name: 'Create token' }).click();
  const window = page.getByRole('dialog');
  await window.getByLabel('What will use it?').fill('Server in the cellar');
  await window.getByRole('button', { name: 'Create token' }).click();
  const secret = (await window.getByRole('code').textContent()) ?? '';
  await window.getByRole('button', { name: "I've copied it" }).click();
  await expect(page.getByRole('row', { name: /Server in the cellar/ })).toBeVisible();

  const program = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
    storageState: { cookies: [], origins: [] },
  });
  expect((await program.get('/api/v1/session').then((answer) => answer.json())).person.name).toBe(name);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'End service account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End service account' }).click();
  await expect(page.getByText(`“${name}” has ended.`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'It has ended' })).toBeVisible();
  expect((await program.get('/api/v1/session')).status()).toBe(401);
  await program.dispose();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`people, teams and service accounts in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('keep nobody out', async ({ page }) => {
      const ada = await page.request.get('/api/v1/session').then((answer) => answer.json());
      const members = [{ personId: ada.person.id, lead: true }];
      const team = await made(page.request, '/teams', { name: fresh(`Open ${colorScheme}`), purpose: 'P', members });
      const robot = { name: fresh(`Robot ${colorScheme}`), purpose: 'P', role: 'viewer' };
      const account = await made(page.request, '/service-accounts', robot);
      const found: string[] = [];
      for (const address of [
        '/people?q=ada',
        `/people/${ada.person.id}`,
        '/teams',
        `/teams/${team.id}`,
        `/teams/${team.id}/edit`,
        '/new/team',
        '/service-accounts',
        `/service-accounts/${account.id}`,
        `/service-accounts/${account.id}/edit`,
        '/new/service-account',
      ]) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0);
        found.push(...(await barriers(page)).map((barrier) => `${address}: ${barrier}`));
      }
      expect(found).toEqual([]);
    });
  });
}
