import { beforeEach, describe, expect, it, vi } from 'vitest';

interface FakeChannel {
  onmessage: (message: ArrayBuffer) => void;
}

const invoke = vi.hoisted(() => vi.fn<(command: string, payload: unknown) => Promise<unknown>>());
vi.mock('@tauri-apps/api/core', () => ({
  invoke,
  Channel: class {
    onmessage = () => undefined;
  },
}));

const { decodeFrame, encodeFrame, ipcTransport } = await import('./ipc');

function frame(head: object, body = ''): ArrayBuffer {
  const bytes = encodeFrame(head as Parameters<typeof encodeFrame>[0], new TextEncoder().encode(body));
  return bytes.buffer as ArrayBuffer;
}

beforeEach(() => invoke.mockReset());

describe('ipcTransport', () => {
  it('frames a request and reads the answer', async () => {
    invoke.mockResolvedValue(frame({ status: 201, headers: { etag: '"1"' } }, '{"name":"Öl"}'));
    const response = await ipcTransport(
      new Request('http://tauri.localhost/api/v1/domains?dryRun=true', { method: 'POST', body: 'ä' }),
    );
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(await response.json()).toEqual({ name: 'Öl' });

    const sent = invoke.mock.calls[0]?.[1] as Uint8Array<ArrayBuffer>;
    const { head, body } = decodeFrame(sent.buffer);
    expect(head).toMatchObject({ method: 'POST', path: '/api/v1/domains?dryRun=true' });
    expect(new TextDecoder().decode(body)).toBe('ä');
  });

  it('gives an answer without content no body', async () => {
    invoke.mockResolvedValue(frame({ status: 204, headers: {} }));
    expect((await ipcTransport(new Request('http://x/api/v1/session', { method: 'DELETE' }))).status).toBe(204);
  });

  it('does not ask when the request was given up before', async () => {
    await expect(ipcTransport(new Request('http://x/', { signal: AbortSignal.abort() }))).rejects.toThrow();
    expect(invoke).not.toHaveBeenCalled();
  });

  it('pulls a stream, grants back what it read, and ends with the empty chunk', async () => {
    let channel: FakeChannel | undefined;
    invoke.mockImplementation(async (command, payload) => {
      if (command === 'api_stream') {
        ({ channel } = payload as { channel: FakeChannel });
        return { status: 200, headers: { 'content-type': 'text/event-stream' } };
      }
      return undefined;
    });
    const response = await ipcTransport(
      new Request('http://x/api/v1/events', { headers: { accept: 'text/event-stream' } }),
    );
    channel?.onmessage(new TextEncoder().encode('id: 1\n\n').buffer as ArrayBuffer);
    channel?.onmessage(new ArrayBuffer(0));
    expect(await response.text()).toBe('id: 1\n\n');
    const granted = invoke.mock.calls
      .filter(([command]) => command === 'api_stream_credit')
      .map(([, payload]) => payload);
    expect(granted).toContainEqual({ id: expect.any(Number), bytes: 7 });
  });

  it('cancels the stream when it is given up', async () => {
    invoke.mockImplementation(async (command) => (command === 'api_stream' ? { status: 200, headers: {} } : undefined));
    const controller = new AbortController();
    const response = await ipcTransport(
      new Request('http://x/api/v1/events', { headers: { accept: 'text/event-stream' }, signal: controller.signal }),
    );
    const read = response.text();
    controller.abort();
    await expect(read).rejects.toThrow();
    expect(invoke.mock.calls.map(([command]) => command)).toContain('api_cancel');
  });
});
