import { describe, expect, it, vi } from 'vitest';

vi.mock('#/host', () => ({ host: { transport: vi.fn() } }));
vi.stubGlobal('location', { origin: 'http://127.0.0.1' });

const { eventsOf, keysToRefresh, parseEvent } = await import('./invalidate');

function streamOf(...chunks: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
}

async function collect(...chunks: string[]) {
  const events = [];
  for await (const event of eventsOf(streamOf(...chunks))) events.push(event);
  return events;
}

describe('eventsOf', () => {
  it('puts together what arrives in pieces', async () => {
    const events = await collect(
      'event: cha',
      'nge\nid: 7\nda',
      'ta: {"kind":"domain"}\n',
      '\nevent: change\nid: 8\ndata: x\n\n',
    );
    expect(events).toEqual([
      { id: '7', event: 'change', data: '{"kind":"domain"}' },
      { id: '8', event: 'change', data: 'x' },
    ]);
  });

  it('never tells an event that was cut off', async () => {
    expect(await collect('event: change\nid: 9\ndata: x\n')).toEqual([]);
  });

  it('reads Windows line ends and comments', async () => {
    expect(await collect(': hello\r\n\r\nid: 1\r\ndata: a\r\ndata: b\r\n\r\n')).toEqual([
      { id: null, event: 'message', data: '' },
      { id: '1', event: 'message', data: 'a\nb' },
    ]);
  });
});

it('reads a field without a space after its colon', () => {
  expect(parseEvent(['data:x', 'id:'])).toEqual({ id: '', event: 'message', data: 'x' });
});

it('refreshes what shows a changed thing, and nothing for a kind it does not know', () => {
  expect(keysToRefresh({ kind: 'publication', id: '1' })).toContain('data-product');
  expect(keysToRefresh({ kind: 'weather', id: '1' })).toEqual([]);
});
