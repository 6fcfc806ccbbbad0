import { isTauri } from '@tauri-apps/api/core';
import { browserHost } from './browser';
import type { Host } from './host';
import { tauriHost } from './tauri';

export type { HandedFile, Host, Preferences, RefusedFile } from './host';
export type { HostWorkspaces, LocalWorkspace, LocalWorkspaces, RestoredWorkspace } from './workspaces';

/** Chosen once; nothing else in the screen asks where it runs. */
export const host: Host = isTauri() ? tauriHost : browserHost;
