import { Channel, invoke } from '@tauri-apps/api/core';
import type { Transport } from '#/api/transport';

/*
 * The desktop's router answers in process. A request is one frame over IPC:
 * [u32 little-endian length of the head][head: JSON in UTF-8][body], an answer likewise.
 * A stream (server-sent events) is pulled in credits, so that a slow page never floods the bridge.
 */

interface RequestHead {
  method: string;
  path: string;
  headers: Record<string, string>;
}

interface AnswerHead {
  status: number;
  headers: Record<string, string>;
}

/** Bytes granted to a stream at a time; the bridge allows at most 1 MB. */
const CREDIT = 256 * 1024;

export function encodeFrame(head: RequestHead, body: Uint8Array): Uint8Array {
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const frame = new Uint8Array(4 + headBytes.length + body.length);
  new DataView(frame.buffer).setUint32(0, headBytes.length, true);
  frame.set(headBytes, 4);
  frame.set(body, 4 + headBytes.length);
  return frame;
}

export function decodeFrame(frame: ArrayBuffer): { head: AnswerHead; body: Uint8Array<ArrayBuffer> } {
  const headLength = new DataView(frame).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(frame, 4, headLength))) as AnswerHead;
  return { head, body: new Uint8Array(frame, 4 + headLength) };
}

function headOf(request: Request): RequestHead {
  const url = new URL(request.url);
  return { method: request.method, path: url.pathname + url.search, headers: Object.fromEntries(request.headers) };
}

/** The Response constructor refuses a body, even an empty one, for these. */
function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}

function answer(head: AnswerHead, body: BodyInit | null): Response {
  return new Response(mayHaveBody(head.status) ? body : null, { status: head.status, headers: head.headers });
}

/** IPC hands small raw messages over as plain number arrays on some platforms. */
function asBytes(message: ArrayBuffer | number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(message);
}

let lastStream = 0;

async function stream(request: Request): Promise<Response> {
  lastStream += 1;
  const id = lastStream;
  const channel = new Channel<ArrayBuffer | number[]>();
  const cancel = () => void invoke('api_cancel', { id });
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      channel.onmessage = (message) => {
        const bytes = asBytes(message);
        if (bytes.length === 0) {
          controller.close();
          return;
        }
        controller.enqueue(bytes);
        void invoke('api_stream_credit', { id, bytes: bytes.length });
      };
      request.signal.addEventListener('abort', () => {
        cancel();
        controller.error(request.signal.reason);
      });
    },
    cancel,
  });
  const head = await invoke<AnswerHead>('api_stream', { id, ...headOf(request), channel });
  await invoke('api_stream_credit', { id, bytes: CREDIT });
  return answer(head, body);
}

/** `fetch` over the desktop's IPC. */
export const ipcTransport: Transport = async (request) => {
  request.signal.throwIfAborted();
  if (request.headers.get('accept') === 'text/event-stream') return stream(request);
  const body = new Uint8Array(await request.arrayBuffer());
  const { head, body: content } = decodeFrame(await invoke<ArrayBuffer>('api', encodeFrame(headOf(request), body)));
  request.signal.throwIfAborted();
  return answer(head, content);
};
