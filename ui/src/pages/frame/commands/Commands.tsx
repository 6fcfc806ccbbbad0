import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useSession } from '#/api/session';
import { host } from '#/host';
import { askedBy, GO_WITHIN_MS, isTaken } from './keys';
import { openPalette } from '#/kit/commandWindow';
import { Palette } from './Palette';
import { ShortcutSheet } from './ShortcutSheet';
import { useRememberRecents } from './useRecents';
import { useTools } from './useTools';

/** The palette, the shortcuts and the sheet of them, on every page behind sign-in. */
export function Commands() {
  const session = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const { tools, mayRun } = useTools();
  // Someone who dictates, or whose hands shake, must be able to switch single keys off.
  const [single, setSingle] = useState(true);
  useEffect(() => void host.loadPreferences().then(({ singleKeys }) => setSingle(singleKeys)), []);
  useRememberRecents(session.person.id);

  const goUntil = useRef(0);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() !== 'k' || event.shiftKey) return;
        event.preventDefault();
        openPalette();
        return;
      }
      if (!single || event.repeat || isTaken(event.target)) return;
      // Shift and its like are on their way to the key that is meant.
      if (event.key.length !== 1) return;
      const asked = askedBy(event.key, Date.now() < goUntil.current, router.state.location.pathname, session);
      goUntil.current = 0;
      if (asked === null) return;
      event.preventDefault();
      if ('going' in asked) goUntil.current = Date.now() + GO_WITHIN_MS;
      else if ('palette' in asked) openPalette();
      else if ('place' in asked) void navigate(asked.place.to);
      else if (mayRun(asked.action)) asked.action.run(tools);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [single, session, navigate, router, tools, mayRun]);

  return (
    <>
      <Palette />
      <ShortcutSheet
        single={single}
        onSingle={(on) => {
          setSingle(on);
          void host.savePreference('singleKeys', on);
        }}
      />
    </>
  );
}
