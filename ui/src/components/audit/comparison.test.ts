import { expect, it } from 'vitest';
import { compare } from './comparison';

const domain = {
  id: '018f7d2e-0000-7000-8000-000000000001',
  slug: 'sales',
  name: 'Sales',
  kind: 'aggregate',
  owner: { id: '018f7d2e-0000-7000-8000-000000000002', name: 'Ana Ruiz' },
  revision: 1,
  updatedAt: '2026-11-20T10:00:00Z',
  can: { edit: true },
};

it('tells what changed, and neither ids nor revisions', () => {
  const after = {
    ...domain,
    name: 'Sales of cloth',
    owner: { id: '018f7d2e-0000-7000-8000-000000000003', name: 'Bo Lind' },
    revision: 2,
    updatedAt: '2026-11-21T10:00:00Z',
  };
  expect(compare(domain, after)).toEqual([
    { field: 'name', before: { is: 'text', text: 'Sales' }, after: { is: 'text', text: 'Sales of cloth' } },
    { field: 'owner', before: { is: 'text', text: 'Ana Ruiz' }, after: { is: 'text', text: 'Bo Lind' } },
  ]);
  expect(compare(domain, { ...domain, revision: 3 })).toEqual([]);
});

it('tells everything of what was created', () => {
  expect(compare(null, domain).map(({ field, before }) => [field, before])).toEqual([
    ['slug', null],
    ['name', null],
    ['kind', null],
    ['owner', null],
  ]);
});

it('tells several people by their names', () => {
  const [change] = compare(
    { owners: [{ id: 'x', name: 'Ana' }] },
    { owners: [{ name: 'Ana' }, { person: { name: 'Bo' } }] },
  );
  expect(change?.after).toEqual({ is: 'list', list: ['Ana', 'Bo'] });
});

it('tells columns by what was said of them', () => {
  const column = (name: string, description: string) => ({ name, businessName: name.toUpperCase(), description });
  const product = (...columns: object[]) => ({ outputPort: { columns } });
  expect(compare(product(column('a', ''), column('b', '')), product(column('a', 'The a'), column('c', '')))).toEqual([
    { field: 'columnDescription', about: 'A', before: null, after: { is: 'text', text: 'The a' } },
    { field: 'column', about: 'C', before: null, after: { is: 'truth', truth: true } },
    { field: 'column', about: 'B', before: { is: 'truth', truth: true }, after: null },
  ]);
  expect(compare(null, product(column('a', '')))).toEqual([
    { field: 'columns', before: null, after: { is: 'columns', count: 1 } },
  ]);
});
