import { type APIRequestContext, expect } from '@playwright/test';

/* What a test needs to be there, asked of the platform itself. */

export interface Made {
  id: string;
  slug: string;
  name: string;
  revision: number;
}

export async function asked(request: APIRequestContext, path: string): Promise<Made & Record<string, unknown>> {
  const answer = await request.get(`/api/v1${path}`);
  expect(answer.status(), await answer.text()).toBe(200);
  return answer.json();
}

export async function made(request: APIRequestContext, path: string, data: object): Promise<Made> {
  const answer = await request.post(`/api/v1${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** Saves a thing anew, whatever version it has. */
export async function changed(request: APIRequestContext, path: string, data: object): Promise<void> {
  const before = await request.get(`/api/v1${path}`);
  const headers = { 'if-match': before.headers()['etag'] ?? '' };
  const answer = await request.put(`/api/v1${path}`, { data, headers });
  expect(answer.status(), await answer.text()).toBe(200);
}

export async function deleted(request: APIRequestContext, path: string): Promise<void> {
  const before = await request.get(`/api/v1${path}`);
  const headers = { 'if-match': before.headers()['etag'] ?? '' };
  const answer = await request.delete(`/api/v1${path}`, { headers });
  expect(answer.status(), await answer.text()).toBe(204);
}

/** Looks at a plan and applies it. */
export async function planned(request: APIRequestContext, plan: object): Promise<void> {
  const looked = await request.post('/api/v1/plans?dryRun=true', { data: { plan } });
  const { basis } = await looked.json();
  const answer = await request.post('/api/v1/plans', { data: { plan, basis } });
  expect(answer.status(), await answer.text()).toBe(201);
}

export function person(request: APIRequestContext, name: string, role: string | null = 'member'): Promise<Made> {
  const email = `${name.replaceAll(' ', '').toLowerCase()}@example.org`;
  return made(request, '/people', { name, email, role });
}

/** Whoever is signed in. */
export async function self(request: APIRequestContext): Promise<string> {
  const { person: signedIn } = await asked(request, '/session');
  return (signedIn as { id: string }).id;
}

export function domain(request: APIRequestContext, name: string, ownerIds: string[], more: object = {}): Promise<Made> {
  return made(request, '/domains', { name, purpose: 'For a test.', kind: 'aggregate', ownerIds, ...more });
}
