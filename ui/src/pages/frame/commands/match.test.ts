import { describe, expect, it } from 'vitest';
import { match, oneMistake, wordsOf } from './match';

describe('what is typed', () => {
  it('is compared without accents and case', () => {
    expect(wordsOf('Données, ÉTÉ-2024')).toEqual(['donnees', 'ete', '2024']);
  });

  it('finds a name by the beginnings of its words', () => {
    expect(match('cre dom', 'Create a domain')).toMatchObject({ typo: false, rank: 1 });
    expect(match('create', 'Create a domain')?.rank).toBe(0);
    expect(match('omain', 'Create a domain')).toMatchObject({ typo: true });
    expect(match('main', 'Create a domain')).toBeNull();
  });

  it('finds by another word, and says which', () => {
    expect(match('users', 'People', ['members', 'users'])).toEqual({ also: 'users', typo: false, rank: 2 });
    expect(match('new domain', 'Create a domain', ['new', 'add'])).toMatchObject({ also: 'new' });
  });

  it('forgives one mistake in a long word, and says so', () => {
    expect(match('domian', 'Domains')).toEqual({ typo: true, rank: 4 });
    expect(match('setings', 'Settings')).toMatchObject({ typo: true });
    expect(match('dxo', 'Domains')).toBeNull();
  });

  it('prefers what is written right', () => {
    const exact = match('draft', 'Drafts')?.rank ?? 9;
    expect(exact).toBeLessThan(match('craft', 'Drafts')?.rank ?? 0);
  });

  it('finds nothing when nothing was said', () => {
    expect(match('  ,', 'Home', ['start'])).toBeNull();
  });
});

it('one mistake is one key', () => {
  expect(oneMistake('home', 'hoem')).toBe(true);
  expect(oneMistake('home', 'hme')).toBe(true);
  expect(oneMistake('home', 'hooome')).toBe(false);
  expect(oneMistake('home', 'emoh')).toBe(false);
});
