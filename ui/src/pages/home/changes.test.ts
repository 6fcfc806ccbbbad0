import { expect, it } from 'vitest';
import type { DataProduct, Domain, Notification } from '#/api/types';
import { lastChanges } from './changes';

const product = (id: string, publishedAt: string | null, updatedAt: string) =>
  ({ id, updatedAt, currentVersion: publishedAt === null ? null : { publishedAt } }) as DataProduct;
const domain = (id: string, createdAt: string, updatedAt: string) => ({ id, createdAt, updatedAt }) as Domain;

it('the newest comes first, each with what happened to it', () => {
  const changes = lastChanges(
    [
      product('new', '2026-03-04T10:00:00Z', '2026-03-04T10:00:00.400Z'),
      product('described', '2026-03-01T10:00:00Z', '2026-03-05T10:00:00Z'),
      product('unpublished', null, '2026-03-09T10:00:00Z'),
    ],
    [
      domain('made', '2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'),
      domain('edited', '2026-01-02T10:00:00Z', '2026-03-03T10:00:00Z'),
    ],
    3,
  );
  expect(changes.map(({ id, what }) => `${id} ${what}`)).toEqual([
    'described described',
    'new published',
    'edited changed',
  ]);
});

it('what a notification tells already isn’t said again, but what came after it is', () => {
  const news = (id: string, at: string) => ({ at, thing: { id } }) as Notification;
  const changes = lastChanges(
    [],
    [
      domain('told', '2026-03-02T10:00:00Z', '2026-03-02T10:00:00.700Z'),
      domain('changed since', '2026-03-02T10:00:00Z', '2026-03-03T10:00:00Z'),
    ],
    3,
    [news('told', '2026-03-02T10:00:00Z'), news('changed since', '2026-03-02T10:00:00Z')],
  );
  expect(changes.map(({ id }) => id)).toEqual(['changed since']);
});
