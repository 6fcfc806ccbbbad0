import { expect, it } from 'vitest';
import { ProblemError } from '#/api/problem';
import { english, type MessageId } from '#/messages/catalogue';
import { reportText } from './report';

it('a report says what, when and where, and nothing of what was typed', () => {
  const problem = new ProblemError({
    code: 'internal',
    status: 500,
    title: 'secret purpose',
    params: { name: 'Ada' },
    requestId: '0198-cafe',
  });
  const text = reportText((id: MessageId) => english[id], {
    at: new Date('2026-11-21T10:00:00Z'),
    version: '0.1.0',
    host: 'desktop',
    engine: 'WebKit',
    page: '/domains/$slug',
    problem,
    trace: ['at Card (/assets/index.js:1:2)'],
    failures: [
      {
        at: new Date('2026-11-21T09:59:00Z'),
        request: 'GET /api/v1/domains/{id}',
        code: 'internal',
        status: 500,
        reference: '0198-cafe',
        trace: [],
      },
    ],
  });
  for (const part of ['0.1.0', '/domains/$slug', 'internal (500)', '0198-cafe', '2026-11-21T10:00:00.000Z', 'Card']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('2026-11-21T09:59:00.000Z  GET /api/v1/domains/{id}  internal (500)  0198-cafe');
  expect(text).not.toMatch(/secret|Ada/);
});
