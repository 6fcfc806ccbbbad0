import { describe, expect, it, vi } from 'vitest';

const transport = vi.hoisted(() => vi.fn<(request: Request) => Promise<Response>>());
vi.mock('#/host', () => ({ host: { transport } }));
vi.stubGlobal('location', { origin: 'http://127.0.0.1' });

const { uploadFile } = await import('./upload');

const MB = 1024 * 1024;

/** A platform that keeps one upload; `refuse` may fail a chunk before or after its bytes are kept. */
function platform(size: number, refuse: (call: number) => 'lost' | 'lost after' | 'down' | null = () => null) {
  const kept: number[] = [];
  let puts = 0;
  /** How many questions after the upload fail as well. */
  let down = 0;
  const received = () => kept.reduce((sum, bytes) => sum + bytes, 0);
  const upload = (status = 200) =>
    Response.json(
      { id: 'u1', fileName: 'a.csv', sizeBytes: size, receivedBytes: received(), complete: received() === size },
      { status },
    );
  transport.mockImplementation(async (request) => {
    if (request.method === 'POST') return upload(201);
    if (request.method === 'GET') {
      if (down > 0) {
        down -= 1;
        throw new TypeError('Failed to fetch');
      }
      return upload();
    }
    puts += 1;
    const refusal = refuse(puts);
    down = refusal === 'down' ? 1 : down;
    if (refusal === 'lost' || refusal === 'down') throw new TypeError('Failed to fetch');
    expect(Number(new URL(request.url).searchParams.get('offset'))).toBe(received());
    expect(request.headers.get('content-type')).toBe('application/octet-stream');
    kept.push((await request.arrayBuffer()).byteLength);
    if (refusal === 'lost after') throw new TypeError('Failed to fetch');
    return upload();
  });
  return { kept, puts: () => puts };
}

// Nobody waits in a test.
vi.stubGlobal('setTimeout', setImmediate);

describe('uploadFile', () => {
  it('sends a file in chunks and tells its progress', async () => {
    const { kept } = platform(9 * MB);
    const progress: number[] = [];
    const upload = await uploadFile(new File([new Uint8Array(9 * MB)], 'a.csv'), {
      onProgress: (sent) => progress.push(sent),
    });
    expect(kept).toEqual([4 * MB, 4 * MB, MB]);
    expect(progress).toEqual([0, 4 * MB, 8 * MB, 9 * MB]);
    expect(upload.complete).toBe(true);
  });

  it('goes on from what the platform has when an answer was lost', async () => {
    const { kept } = platform(9 * MB, (call) => (call === 2 ? 'lost after' : null));
    await uploadFile(new File([new Uint8Array(9 * MB)], 'a.csv'));
    expect(kept).toEqual([4 * MB, 4 * MB, MB]);
  });

  it('waits on when the platform is away for longer', async () => {
    const { kept } = platform(5 * MB, (call) => (call === 2 ? 'down' : null));
    await uploadFile(new File([new Uint8Array(5 * MB)], 'a.csv'));
    expect(kept).toEqual([4 * MB, MB]);
  });

  it('resumes an upload it is given', async () => {
    const { kept } = platform(9 * MB);
    kept.push(8 * MB);
    await uploadFile(new File([new Uint8Array(9 * MB)], 'a.csv'), { uploadId: 'u1' });
    expect(kept).toEqual([8 * MB, MB]);
  });

  it('gives up after three further tries and tells why', async () => {
    const { puts } = platform(MB, () => 'lost');
    await expect(uploadFile(new File([new Uint8Array(MB)], 'a.csv'))).rejects.toMatchObject({ code: 'unreachable' });
    expect(puts()).toBe(4);
  });

  it('sends nothing for an empty file', async () => {
    const { kept } = platform(0);
    await uploadFile(new File([], 'a.csv'));
    expect(kept).toEqual([]);
  });
});
