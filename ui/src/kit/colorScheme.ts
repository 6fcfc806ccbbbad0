import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import type { Host } from '#/host';

/** Light, dark or the machine's own, kept by the host and shared by no workspace. */
export function colorSchemeKeptBy(host: Host, initial: MantineColorScheme): MantineColorSchemeManager {
  let current = initial;
  return {
    get: () => current,
    set: (value) => {
      current = value;
      void host.savePreference('colorScheme', value);
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      current = 'auto';
    },
  };
}
