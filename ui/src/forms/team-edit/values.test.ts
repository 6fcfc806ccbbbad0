import { describe, expect, it } from 'vitest';
import { checkTeam, initialTeam, teamInput, withMembers } from './values';

const shops = { name: ' Shops ', purpose: 'Looks after the shops', members: ['a', 'b'], leads: ['b'] };

describe('a team', () => {
  it('begins with whoever makes it', () => {
    expect(initialTeam('me')).toMatchObject({ members: ['me'], leads: ['me'] });
  });

  it('needs members, and somebody who leads', () => {
    expect(checkTeam(shops)).toEqual({});
    expect(checkTeam({ ...shops, leads: [] })).toEqual({ members: { code: 'no_lead' } });
    expect(checkTeam({ ...shops, members: [], leads: [] })).toEqual({ members: { code: 'required' } });
  });

  it('is not led by somebody who was taken out', () => {
    expect(withMembers(shops, ['a'])).toEqual({ members: ['a'], leads: [] });
  });

  it('is sent as it will be stored', () => {
    expect(teamInput(shops)).toEqual({
      name: 'Shops',
      purpose: 'Looks after the shops',
      members: [
        { personId: 'a', lead: false },
        { personId: 'b', lead: true },
      ],
    });
  });
});
