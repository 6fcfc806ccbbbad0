import { browserTransport } from '#/api/transport';
import { defaultPreferences, type Host, readPreferences } from './host';

const KEY = 'selvedge.preferences';

function stored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    // Storage may be switched off or hold something foreign; defaults are always good.
    return defaultPreferences;
  }
}

export const browserHost: Host = {
  kind: 'browser',
  transport: browserTransport,
  pagesComeLate: true,
  canPickFiles: false,
  pickFile: async () => null,
  onFileDropped: () => () => undefined,
  onFileRefused: () => () => undefined,
  onFileDragged: () => () => undefined,
  async saveFile({ name, text }) {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: name });
    link.click();
    // The download begins after this turn.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return true;
  },
  async notify({ title, body, tag, onOpen }) {
    if (document.hasFocus() || !readPreferences(stored()).notifies || !(await this.mayNotify())) return;
    const notice = new Notification(title, { body, ...(tag === undefined ? {} : { tag }) });
    notice.onclick = () => {
      window.focus();
      notice.close();
      onOpen?.();
    };
  },
  async mayNotify(ask = false) {
    // An address without encryption has none at all.
    if (!('Notification' in window)) return false;
    return (ask ? await Notification.requestPermission() : Notification.permission) === 'granted';
  },
  workspaces: null,
  async saveBackup(id, fileName) {
    const link = document.createElement('a');
    link.href = `/api/v1/workspace/backups/${encodeURIComponent(id)}/content`;
    link.download = fileName;
    link.click();
    return true;
  },
  loadPreferences: async () => readPreferences(stored()),
  async savePreference(key, value) {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(stored()), [key]: value }));
    } catch {
      // Without storage the choice holds for this tab; there is nothing to tell.
    }
  },
};
