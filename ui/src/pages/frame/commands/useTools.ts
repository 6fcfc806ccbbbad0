import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queries } from '#/api/query';
import { useSession } from '#/api/session';
import { useShowNotifications } from '../notifications/useShowNotifications';
import { useAccount } from '../useAccount';
import type { Action, Here, Tools } from './actions';
import { openShortcuts } from '#/kit/commandWindow';
import { openedAt } from './recent';

/** What every action may look at and do, on the page that is open. */
export function useTools(): { here: Here; tools: Tools; mayRun: (action: Action) => boolean } {
  const session = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { signOut } = useAccount();
  const showNotifications = useShowNotifications();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return useMemo(() => {
    const here: Here = { session, colorScheme, dark };
    const tools: Tools = {
      go: (to) => void navigate(to),
      openDomain: () => {
        const opened = openedAt(router.state.location.pathname);
        if (opened?.kind !== 'domain') return undefined;
        const domain = queryClient.getQueryData(queries.domain(opened.slug).queryKey);
        return domain?.can.createDataProduct === true ? domain.id : undefined;
      },
      setColorScheme,
      showNotifications,
      showShortcuts: openShortcuts,
      signOut,
    };
    return { here, tools, mayRun: (action) => action.when(here) };
  }, [session, colorScheme, dark, setColorScheme, navigate, router, queryClient, signOut, showNotifications]);
}
