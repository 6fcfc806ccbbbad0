import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import { asProblem, ProblemError } from '#/api/problem';
import type { Problem } from '#/api/types';
import { type HandedFile, type Host, readPreferences } from './host';
import { ipcTransport } from './ipc';

/** `listen` answers later; stopping before that must still stop. */
function stoppable(started: Promise<UnlistenFn>): () => void {
  return () => void started.then((stop) => stop());
}

/** The desktop refuses with the code and params of a problem, so that one catalogue speaks both. */
function problemOf(refusal: unknown): ProblemError {
  if (typeof refusal === 'object' && refusal !== null && 'code' in refusal) {
    return new ProblemError({ ...(refusal as Pick<Problem, 'code' | 'params'>), status: 0 });
  }
  return asProblem(refusal);
}

export const tauriHost: Host = {
  kind: 'desktop',
  transport: ipcTransport,
  canPickFiles: true,
  async pickFile() {
    try {
      const picked = await invoke<{ uploadId: string; fileName?: string } | null>('host_pick_file');
      return picked && { uploadId: picked.uploadId, fileName: picked.fileName ?? null };
    } catch (refusal) {
      throw problemOf(refusal);
    }
  },
  onFileDropped: (listener) =>
    stoppable(listen<HandedFile>('selvedge://file-dropped', (event) => listener(event.payload))),
  onFileRefused: (listener) =>
    stoppable(
      listen<{ fileName: string; problem: unknown }>('selvedge://file-refused', ({ payload }) =>
        listener({ fileName: payload.fileName, problem: problemOf(payload.problem) }),
      ),
    ),
  onFileDragged: (listener) =>
    stoppable(listen<{ over: boolean }>('selvedge://drag', (event) => listener(event.payload.over))),
  async notify(message) {
    if (document.hasFocus()) return;
    await invoke('host_notify', message);
  },
  loadPreferences: async () => readPreferences(await invoke<unknown>('host_get_preferences')),
  async savePreference(key, value) {
    await invoke('host_set_preference', { key, value });
  },
};
