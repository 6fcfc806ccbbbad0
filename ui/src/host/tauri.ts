import { invoke } from '@tauri-apps/api/core';
import { listen, type UnlistenFn } from '@tauri-apps/api/event';
import { ipcTransport } from './ipc';
import { type HandedFile, type Host, readPreferences } from './host';

/** `listen` answers later; stopping before that must still stop. */
function stoppable(started: Promise<UnlistenFn>): () => void {
  return () => void started.then((stop) => stop());
}

export const tauriHost: Host = {
  kind: 'desktop',
  transport: ipcTransport,
  canPickFiles: true,
  async pickFile() {
    const picked = await invoke<{ uploadId: string; fileName?: string } | null>('host_pick_file');
    return picked && { uploadId: picked.uploadId, fileName: picked.fileName ?? null };
  },
  onFileDropped: (listener) =>
    stoppable(listen<HandedFile>('selvedge://file-dropped', (event) => listener(event.payload))),
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
