import { expect, it } from 'vitest';
import { lastFailures, rememberMistake, traceOf } from './failures';

it('a trace tells where, and nothing that was typed', () => {
  const mistake = new TypeError('cannot read "my secret purpose"\n    my secret purpose');
  mistake.stack = `${mistake.name}: ${mistake.message}
    at DomainCard (http://127.0.0.1:7420/assets/index-a1.js?token=abc:10:20)
    at http://127.0.0.1:7420/assets/index-a1.js:11:2
render@tauri://localhost/assets/index-a1.js:12:5`;
  expect(traceOf(mistake)).toEqual([
    'at DomainCard (/assets/index-a1.js:10:20)',
    'at /assets/index-a1.js:11:2',
    'render@/assets/index-a1.js:12:5',
  ]);
});

it('only the last few are kept, the newest first', () => {
  for (let at = 0; at < 14; at += 1) rememberMistake(new RangeError(String(at)));
  rememberMistake('thrown text');
  expect(lastFailures()).toHaveLength(10);
  expect(lastFailures()[0]).toMatchObject({ code: 'string', trace: [] });
  expect(lastFailures()[1]?.code).toBe('RangeError');
});
