import { describe, expect, it } from 'vitest';
import type { Session } from '#/api/types';
import { actions } from './actions';
import { askedBy } from './keys';
import { places } from './places';

function sessionOf(kind: 'local' | 'server', role: 'administrator' | 'viewer'): Session {
  const may = role === 'administrator';
  return {
    person: { role },
    workspace: { kind },
    can: { createDomain: may, managePeople: may, seeCatalog: true },
  } as Session;
}
const administrator = sessionOf('server', 'administrator');

describe('the tables', () => {
  it('give no two places the same letter, and no two things the same id', () => {
    for (const given of [places.flatMap(({ key }) => key ?? []), [...places, ...actions].map(({ id }) => id)]) {
      expect(new Set(given).size).toBe(given.length);
    }
  });
});

describe('a key', () => {
  it('leads somewhere after g, and only then', () => {
    expect(askedBy('g', false, '/', administrator)).toEqual({ going: true });
    expect(askedBy('d', true, '/', administrator)).toMatchObject({ place: { id: 'domains' } });
    expect(askedBy('d', false, '/', administrator)).toBeNull();
    expect(askedBy('x', true, '/', administrator)).toBeNull();
  });

  it('leads nowhere one may not go', () => {
    expect(askedBy('e', true, '/', administrator)).toMatchObject({ place: { id: 'people' } });
    expect(askedBy('e', true, '/', sessionOf('server', 'viewer'))).toMatchObject({ place: { id: 'people' } });
    expect(askedBy('e', true, '/', sessionOf('local', 'administrator'))).toBeNull();
  });

  it('makes what the page holds', () => {
    const made = (pathname: string) => askedBy('n', false, pathname, administrator);
    expect(made('/domains')).toMatchObject({ action: { id: 'create-domain' } });
    expect(made('/people')).toMatchObject({ action: { id: 'add-person' } });
    expect(made('/domains/sales')).toMatchObject({ action: { id: 'create-data-product' } });
  });

  it('shows all of them', () => {
    expect(askedBy('?', false, '/', administrator)).toMatchObject({ action: { id: 'shortcuts' } });
    expect(askedBy('/', false, '/', administrator)).toEqual({ palette: true });
  });
});
