import { useCallback, useEffect, useRef, useState } from 'react';
import { actions } from '#/api/actions';
import { uploadFile } from '#/api/upload';

/** A file that the platform holds. */
export interface HeldFile {
  id: string;
  fileName: string;
}

export type Sending =
  | { phase: 'idle' }
  | { phase: 'sending'; fileName: string; sent: number; total: number }
  | { phase: 'failed'; fileName: string; cause: unknown };

/** Sends a file to the platform with progress; can be stopped, and resumed after a failure. */
export function useFileUpload(onHeld: (file: HeldFile) => void) {
  const [sending, setSending] = useState<Sending>({ phase: 'idle' });
  const current = useRef<{ file: File; uploadId?: string; abort: AbortController } | null>(null);
  const held = useRef(onHeld);
  held.current = onHeld;

  const run = useCallback(async (file: File, uploadId?: string) => {
    current.current?.abort.abort();
    const abort = new AbortController();
    const attempt = { file, uploadId, abort };
    current.current = attempt;
    setSending({ phase: 'sending', fileName: file.name, sent: 0, total: file.size });
    try {
      const upload = await uploadFile(file, {
        uploadId,
        signal: abort.signal,
        onStarted: ({ id }) => {
          attempt.uploadId = id;
        },
        onProgress: (sent, total) => setSending({ phase: 'sending', fileName: file.name, sent, total }),
      });
      if (current.current !== attempt) return;
      setSending({ phase: 'idle' });
      held.current({ id: upload.id, fileName: upload.fileName });
    } catch (cause) {
      if (current.current !== attempt || abort.signal.aborted) return;
      setSending({ phase: 'failed', fileName: file.name, cause });
    }
  }, []);

  const stop = useCallback(() => {
    const attempt = current.current;
    current.current = null;
    attempt?.abort.abort();
    // A part of a file is of no use to anybody; the platform clears away what this can't reach.
    if (attempt?.uploadId !== undefined) void actions.deleteUpload(attempt.uploadId).catch(() => undefined);
    setSending({ phase: 'idle' });
  }, []);

  const resume = useCallback(() => {
    const attempt = current.current;
    if (attempt) void run(attempt.file, attempt.uploadId);
  }, [run]);

  useEffect(() => () => current.current?.abort.abort(), []);
  return { sending, send: run, stop, resume };
}
