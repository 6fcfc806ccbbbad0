import { expect, test } from 'vitest';
import type { DomainOutline } from '#/api/types';
import { found } from './outlines';

const outline = (id: string, name: string, parentId: string | null = null) =>
  ({ id, name, slug: id, parentId }) as DomainOutline;

const domains = [
  outline('retail', 'Retail'),
  outline('shops', 'Läden', 'retail'),
  outline('tills', 'Tills', 'shops'),
  outline('mills', 'Mills'),
];
const idsOf = (query: string) => found(domains, query).map(({ id }) => id);

test('what belongs to a domain is found by its name too', () => {
  expect(idsOf('retail')).toEqual(['retail', 'shops', 'tills']);
  expect(idsOf('retail till')).toEqual(['tills']);
});

test('marks and case make no difference, and nothing typed means everything', () => {
  expect(idsOf('LADEN')).toEqual(['shops', 'tills']);
  expect(idsOf('  ')).toHaveLength(4);
  expect(idsOf('weather')).toEqual([]);
});
