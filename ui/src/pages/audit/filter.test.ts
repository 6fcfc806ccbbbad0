import { expect, it } from 'vitest';
import { filterOf } from './filter';

it('takes whole days of the reader, the last one included', () => {
  const { from, to } = filterOf({ from: '2026-11-20', to: '2026-11-20' });
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(86_400_000);
  expect(new Date(from ?? '').getDate()).toBe(20);
});

it('leaves out what it cannot read', () => {
  expect(filterOf({ person: 'me', action: 'knit', thing: '7', from: 'yesterday', to: '2026-1-1' })).toEqual({});
});

it('keeps what it can', () => {
  const id = '018f7d2e-0000-7000-8000-000000000001';
  expect(filterOf({ person: id, action: 'sign_in', thing: id })).toEqual({
    personId: id,
    action: 'sign_in',
    resourceId: id,
  });
});
