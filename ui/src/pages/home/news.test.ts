import { expect, it } from 'vitest';
import type { Notification, Publication } from '#/api/types';
import { notWaiting } from './news';

it('a version that stopped and waits for this person isn’t said twice', () => {
  const told = (kind: string, id: string) => ({ kind, thing: { id } }) as Notification;
  const unread = [told('publication_failed', 'own'), told('publication_failed', 'seen'), told('product_moved', 'own')];
  const left = notWaiting(unread, [{ dataProductId: 'own' } as Publication]);
  expect(left.map(({ kind, thing }) => `${kind} ${thing.id}`)).toEqual([
    'publication_failed seen',
    'product_moved own',
  ]);
});
