import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { openNotifications } from '#/kit/commandWindow';
import { paths } from '#/paths';

/** Opens the panel; a wizard has no bell to open it from, its draft is kept. */
export function useShowNotifications(): () => void {
  const router = useRouter();
  return useCallback(() => {
    if (document.querySelector('[data-bell]') === null) void router.navigate(paths.home());
    openNotifications();
  }, [router]);
}
