import { type InvokeArgs, type InvokeOptions, invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import { asProblem, ProblemError } from '#/api/problem';
import type { Problem } from '#/api/types';
import { defaultPreferences, type HandedFile, type Host, readPreferences } from './host';
import { ipcTransport } from './ipc';
import type { HostWorkspaces, LocalWorkspaces, RestoredWorkspace } from './workspaces';

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

async function ask<T>(command: string, args?: InvokeArgs, options?: InvokeOptions): Promise<T> {
  try {
    return await invoke<T>(command, args, options);
  } catch (refusal) {
    throw problemOf(refusal);
  }
}

/** Bytes of a backup handed over at a time. */
const PIECE = 4 * 1024 * 1024;

const workspaces: HostWorkspaces = {
  list: () => ask<LocalWorkspaces>('host_workspaces'),
  open: (key) => ask('host_switch_workspace', { key }),
  create: (name) => ask('host_create_workspace', { name }),
  delete: (key, name) => ask('host_delete_workspace', { key, name }),
  async receive(file, onProgress) {
    let sent = 0;
    do {
      const piece = new Uint8Array(await file.slice(sent, sent + PIECE).arrayBuffer());
      await ask('host_receive_backup', piece, { headers: { offset: String(sent) } });
      sent += piece.length;
      onProgress(sent);
    } while (sent < file.size);
  },
  restore: (passphrase) => ask<RestoredWorkspace>('host_restore_backup', { passphrase }),
};

export const tauriHost: Host = {
  kind: 'desktop',
  transport: ipcTransport,
  pagesComeLate: false,
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
  async saveFile(file) {
    try {
      return await invoke<boolean>('host_save_file', file);
    } catch (refusal) {
      throw problemOf(refusal);
    }
  },
  async notify({ title, body }) {
    if (document.hasFocus() || !(await this.loadPreferences()).notifies) return;
    await invoke('host_notify', { title, body });
  },
  mayNotify: async () => true,
  workspaces,
  saveBackup: (id, fileName) => ask<boolean>('host_save_backup', { id, fileName }),
  loadPreferences: async () =>
    readPreferences(await invoke<unknown>('host_get_preferences'), { ...defaultPreferences, notifies: true }),
  async savePreference(key, value) {
    await invoke('host_set_preference', { key, value });
  },
};
