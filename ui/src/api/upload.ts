import { client, newIntent, unwrap } from './client';
import { isProblem } from './problem';
import type { Upload } from './types';

/** Bytes sent at a time; the platform takes at most 8 MB. */
const CHUNK = 4 * 1024 * 1024;

const BACKOFF_MS = [500, 2000, 5000];

export interface UploadOptions {
  /** Goes on with this upload instead of beginning a new one; the file must be the same. */
  uploadId?: string;
  signal?: AbortSignal;
  /** Called with the bytes the platform has acknowledged, first with what an earlier attempt had sent. */
  onProgress?: (sent: number, total: number) => void;
  /** Called as soon as the upload has an id, so that it can be resumed. */
  onStarted?: (upload: Upload) => void;
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

async function begin(file: File, { uploadId, signal }: UploadOptions): Promise<Upload> {
  if (uploadId !== undefined) {
    return unwrap(client.GET('/api/v1/uploads/{id}', { signal, params: { path: { id: uploadId } } }));
  }
  return unwrap(
    client.POST('/api/v1/uploads', {
      signal,
      body: { fileName: file.name, sizeBytes: file.size },
      params: { header: { 'Idempotency-Key': newIntent() } },
    }),
  );
}

async function append(upload: Upload, file: File, signal: AbortSignal | undefined): Promise<Upload> {
  const offset = upload.receivedBytes;
  const bytes = await file.slice(offset, offset + CHUNK).arrayBuffer();
  return unwrap(
    client.PUT('/api/v1/uploads/{id}/content', {
      signal,
      params: { path: { id: upload.id }, query: { offset } },
      // The generated type has the bytes one by one.
      body: bytes as unknown as number[],
      bodySerializer: (body: unknown) => body as ArrayBuffer,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
}

/**
 * Sends a file in chunks. A lost connection is tried again three times from what the platform has;
 * after that the ProblemError tells, and calling again with the same `uploadId` goes on where it stopped.
 */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<Upload> {
  const { signal, onProgress, onStarted } = options;
  let upload = await begin(file, options);
  onStarted?.(upload);
  onProgress?.(upload.receivedBytes, file.size);
  let failures = 0;
  while (!upload.complete && upload.receivedBytes < file.size) {
    try {
      // After a failure only the platform knows how much of the last chunk arrived.
      if (failures > 0) upload = await begin(file, { uploadId: upload.id, signal });
      upload = await append(upload, file, signal);
      failures = 0;
    } catch (cause) {
      const wait = BACKOFF_MS[failures];
      if (!isProblem(cause, 'unreachable', 'conflict', 'busy') || wait === undefined) throw cause;
      failures += 1;
      await pause(wait, signal);
    }
    onProgress?.(upload.receivedBytes, file.size);
  }
  return upload;
}
