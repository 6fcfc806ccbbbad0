import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ProblemError } from './api/problem';
import { queries } from './api/query';
import { markNavigated } from './kit/navigated';
import { FailedPage } from './pages/frame/FailedPage';
import { Frame } from './pages/frame/Frame';
import { PendingPage } from './pages/frame/PendingPage';
import { HomePage } from './pages/home/HomePage';
import { Root } from './pages/frame/Root';
import { SignedIn } from './pages/frame/SignedIn';
import { NotFoundPage } from './pages/not-found/NotFoundPage';
import { type ProductTab, paths, productTabs } from './paths';

/** What the pages' loaders may use. */
interface RouterContext {
  queryClient: QueryClient;
}

/** A search parameter if it is text, else nothing. */
function text(value: unknown): string | undefined {
  // The router reads ?q=2024 as a number; it was typed as text.
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A page whose code comes when it is needed; that it doesn't come is the same as any answer that doesn't. */
function page<M extends Record<string, unknown>, K extends keyof M & string>(load: () => Promise<M>, name: K) {
  const loadOrTell = () =>
    load().catch((cause: unknown) => {
      throw new ProblemError({ code: 'unreachable', status: 0, title: String(cause) });
    });
  return lazyRouteComponent(loadOrTell, name);
}

const root = createRootRouteWithContext<RouterContext>()({ component: Root });

/** Where in a wizard one is: its step, its draft, and what came of it. */
interface WizardSearch {
  step?: string;
  draft?: string;
  /** The finished thing: a domain's readable id, a publication's id. */
  done?: string;
}

function wizardSearch(search: Record<string, unknown>): WizardSearch {
  return { step: text(search['step']), draft: text(search['draft']), done: text(search['done']) };
}

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => ({ next: text(search['next']) }),
  component: page(() => import('./pages/sign-in/SignInPage'), 'SignInPage'),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  validateSearch: (search): { code?: string } => ({ code: text(search['code']) }),
  component: page(() => import('./pages/set-up/SetUpPage'), 'SetUpPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: async ({ context }) => {
    // Only the window on this computer has something to choose.
    const here = await context.queryClient.ensureQueryData(queries.localWorkspaces());
    if (here === null) throw redirect(paths.home());
  },
  component: page(() => import('./pages/welcome/WelcomePage'), 'WelcomePage'),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const here = await context.queryClient.ensureQueryData(queries.localWorkspaces());
    if (here?.open === null) throw redirect(paths.welcome());
    const session = await context.queryClient.ensureQueryData(queries.session());
    if (session === null) throw redirect(paths.signIn(location.href === '/' ? undefined : location.href));
    return { session };
  },
  component: SignedIn,
  errorComponent: (props) => (
    <main>
      <FailedPage {...props} />
    </main>
  ),
});

/** Pages with the rail and the top bar. */
const framed = createRoute({ getParentRoute: () => signedIn, id: 'framed', component: Frame });

/** Pages that are a wizard: they fill the window and bring their own landmarks. */
const whole = createRoute({ getParentRoute: () => signedIn, id: 'whole', component: Outlet });

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  // The page one starts on comes along with the frame.
  component: HomePage,
});

const search = createRoute({
  getParentRoute: () => framed,
  path: '/search',
  validateSearch: (search): { q?: string } => ({ q: text(search['q']) }),
  component: page(() => import('./pages/search/SearchPage'), 'SearchPage'),
});

const settings = createRoute({
  getParentRoute: () => framed,
  path: '/settings',
  component: page(() => import('./pages/settings/SettingsPage'), 'SettingsPage'),
});

const workspaces = createRoute({
  getParentRoute: () => framed,
  path: '/workspaces',
  component: page(() => import('./pages/workspaces/WorkspacesPage'), 'WorkspacesPage'),
});

const people = createRoute({
  getParentRoute: () => framed,
  path: '/people',
  component: page(() => import('./pages/people/PeoplePage'), 'PeoplePage'),
});

const domains = createRoute({
  getParentRoute: () => framed,
  path: '/domains',
  component: page(() => import('./pages/domains/DomainsPage'), 'DomainsPage'),
});

const domain = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug',
  component: page(() => import('./pages/domains/DomainPage'), 'DomainPage'),
});

const domainEdit = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug/edit',
  component: page(() => import('./pages/domains/DomainEditPage'), 'DomainEditPage'),
});

const domainNew = createRoute({
  getParentRoute: () => whole,
  path: '/new/domain',
  validateSearch: (search): WizardSearch & { back?: string } => ({
    ...wizardSearch(search),
    back: text(search['back']),
  }),
  component: page(() => import('./pages/domains/DomainNewPage'), 'DomainNewPage'),
});

const dataProducts = createRoute({
  getParentRoute: () => framed,
  path: '/data-products',
  component: page(() => import('./pages/data-products/DataProductsPage'), 'DataProductsPage'),
});

const dataProduct = createRoute({
  getParentRoute: () => framed,
  path: '/data-products/$slug',
  validateSearch: (search): { tab?: ProductTab; version?: number } => ({
    tab: productTabs.find((tab) => tab === search['tab']),
    version: typeof search['version'] === 'number' ? search['version'] : undefined,
  }),
  component: page(() => import('./pages/data-products/DataProductPage'), 'DataProductPage'),
});

const dataProductEdit = createRoute({
  getParentRoute: () => framed,
  path: '/data-products/$slug/edit',
  component: page(() => import('./pages/data-products/DataProductEditPage'), 'DataProductEditPage'),
});

const dataProductPublish = createRoute({
  getParentRoute: () => whole,
  path: '/data-products/$slug/publish',
  validateSearch: (search): WizardSearch & { uploadId?: string } => ({
    ...wizardSearch(search),
    uploadId: text(search['uploadId']),
  }),
  component: page(() => import('./pages/data-products/DataProductPublishPage'), 'DataProductPublishPage'),
});

const dataProductNew = createRoute({
  getParentRoute: () => whole,
  path: '/new/data-product',
  validateSearch: (search): WizardSearch & { uploadId?: string; domainId?: string } => ({
    ...wizardSearch(search),
    uploadId: text(search['uploadId']),
    domainId: text(search['domainId']),
  }),
  component: page(() => import('./pages/data-products/DataProductNewPage'), 'DataProductNewPage'),
});

const drafts = createRoute({
  getParentRoute: () => framed,
  path: '/drafts',
  component: page(() => import('./pages/drafts/DraftsPage'), 'DraftsPage'),
});

const draft = createRoute({
  getParentRoute: () => whole,
  path: '/drafts/$id',
  validateSearch: (search): { step?: string } => ({ step: text(search['step']) }),
  component: page(() => import('./pages/drafts/DraftPage'), 'DraftPage'),
});

const nowhere = createRoute({ getParentRoute: () => framed, path: '$', component: NotFoundPage });

const tree = root.addChildren([
  signIn,
  setUp,
  welcome,
  signedIn.addChildren([
    framed.addChildren([
      home,
      search,
      settings,
      workspaces,
      people,
      domains,
      domain,
      domainEdit,
      dataProducts,
      dataProduct,
      dataProductEdit,
      drafts,
      nowhere,
    ]),
    whole.addChildren([domainNew, dataProductNew, dataProductPublish, draft]),
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  const router = createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    // Data is kept by the query client, which knows what is stale.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: PendingPage,
    defaultPendingMs: 150,
    defaultPendingMinMs: 200,
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) markNavigated();
  });
  return router;
}

/** Fetches the code of every page while nothing else is going on, so that each opens at once, and without a connection. */
export function fetchPages(router: ReturnType<typeof createAppRouter>): void {
  for (const route of Object.values(router.routesById)) void router.loadRouteChunk(route)?.catch(() => undefined);
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
