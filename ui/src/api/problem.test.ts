import { describe, expect, it } from 'vitest';
import { asProblem, isProblem, problemFrom } from './problem';

const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers });

describe('problemFrom', () => {
  it('reads the code, the parameters and the fields', async () => {
    const body = {
      type: 'about:blank',
      title: 'Invalid',
      status: 422,
      code: 'invalid',
      requestId: 'r1',
      fields: [{ pointer: '/dataProduct/name', code: 'taken', message: 'taken', params: { name: 'Orders' } }],
    };
    const problem = await problemFrom(answer(422, JSON.stringify(body)));
    expect(problem.code).toBe('invalid');
    expect(problem.requestId).toBe('r1');
    expect(problem.byField().get('dataProduct.name')?.params).toEqual({ name: 'Orders' });
  });

  it('goes by the status when the body says nothing', async () => {
    expect((await problemFrom(answer(412, ''))).code).toBe('stale');
    expect((await problemFrom(answer(500, '<html>oops</html>', { 'x-request-id': 'r2' }))).requestId).toBe('r2');
    expect((await problemFrom(answer(418, '[]'))).code).toBe('internal');
  });

  it('takes an answer of a proxy for "not reached"', async () => {
    expect((await problemFrom(answer(502, 'Bad gateway'))).code).toBe('unreachable');
  });
});

it('takes what the platform did not tell for a mistake of ours', () => {
  expect(asProblem(new TypeError('x is undefined')).code).toBe('internal');
  expect(isProblem(new Error('x'))).toBe(false);
});
