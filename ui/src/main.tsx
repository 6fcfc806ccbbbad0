import '#/kit/global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchMistakes } from '#/api/failures';
import { followEvents } from '#/api/invalidate';
import { isProblem } from '#/api/problem';
import { createQueryClient, queries } from '#/api/query';
import { watchTyping } from '#/api/typed';
import { host } from '#/host';
import { colorSchemeKeptBy } from '#/kit/colorScheme';
import { cssVariables, theme } from '#/kit/theme';
import { TextProvider } from '#/messages';
import { paths } from '#/paths';
import { createAppRouter, fetchPages } from './routes';

watchMistakes();
watchTyping();
const queryClient = createQueryClient((cause) => {
  // Signed out elsewhere, or the session ended: the way back leads to the same page.
  if (!isProblem(cause, 'unauthenticated') || queryClient.getQueryData(queries.session().queryKey) == null) return;
  queryClient.setQueryData(queries.session().queryKey, null);
  void router.navigate(paths.signIn(router.state.location.href));
});
// Whatever the first page is, it waits for these; they don't wait for each other.
void queryClient.prefetchQuery(queries.localWorkspaces());
void queryClient.prefetchQuery(queries.session());
const preferences = await host.loadPreferences();
const router = createAppRouter(queryClient);
followEvents(queryClient);

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');

createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={preferences.colorScheme}
      colorSchemeManager={colorSchemeKeptBy(host, preferences.colorScheme)}
    >
      <TextProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </TextProvider>
    </MantineProvider>
  </StrictMode>,
);

/** Long enough for the first page to have its data. */
const FETCH_PAGES_AFTER_MS = 2000;
if (host.pagesComeLate) setTimeout(() => fetchPages(router), FETCH_PAGES_AFTER_MS);
