import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { mayMakeDomains, mayMakeProducts } from './api/own';
import { isProblem, ProblemError } from './api/problem';
import { queries } from './api/query';
import { forgetTyped } from './api/typed';
import { markNavigated } from './kit/navigated';
import { FailedPage, WholeFailedPage } from './pages/frame/FailedPage';
import { Frame } from './pages/frame/Frame';
import { PendingPage } from './pages/frame/PendingPage';
import { Root } from './pages/frame/Root';
import { SignedIn } from './pages/frame/SignedIn';
import { HomePage } from './pages/home/HomePage';
import { readHome } from './pages/home/read';
import { NotFoundPage } from './pages/not-found/NotFoundPage';
import { type AuditSearch, type PeopleFacet, type ProductTab, paths, peopleFacets, productTabs } from './paths';

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
  errorComponent: WholeFailedPage,
});

/** What an address means that ends in "new" and was typed by hand, unless something is really called that. */
const NEW = 'new';

function refuseUnless(may: boolean): void {
  if (!may) throw new ProblemError({ code: 'forbidden', status: 403 });
}

function isMissing(cause: unknown): true {
  if (isProblem(cause, 'not_found')) return true;
  throw cause;
}

/** Pages with the rail and the top bar. */
const framed = createRoute({ getParentRoute: () => signedIn, id: 'framed', component: Frame });

/** Pages that are a wizard: they fill the window and bring their own landmarks. */
const whole = createRoute({ getParentRoute: () => signedIn, id: 'whole', component: Outlet });

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  loader: ({ context }) => readHome(context.queryClient, context.session),
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

const jobs = createRoute({
  getParentRoute: () => framed,
  path: '/jobs',
  component: page(() => import('./pages/jobs/JobsPage'), 'JobsPage'),
});

const workspaces = createRoute({
  getParentRoute: () => framed,
  path: '/workspaces',
  component: page(() => import('./pages/workspaces/WorkspacesPage'), 'WorkspacesPage'),
});

const people = createRoute({
  getParentRoute: () => framed,
  path: '/people',
  validateSearch: (search): { q?: string; of?: PeopleFacet } => ({
    q: text(search['q']),
    of: peopleFacets.find((facet) => facet === search['of']),
  }),
  component: page(() => import('./pages/people/PeoplePage'), 'PeoplePage'),
});

const audit = createRoute({
  getParentRoute: () => framed,
  path: '/audit',
  validateSearch: (search): AuditSearch => ({
    person: text(search['person']),
    action: text(search['action']),
    thing: text(search['thing']),
    from: text(search['from']),
    to: text(search['to']),
  }),
  component: page(() => import('./pages/audit/AuditPage'), 'AuditPage'),
});

const policies = createRoute({
  getParentRoute: () => framed,
  path: '/policies',
  component: page(() => import('./pages/policies/PoliciesPage'), 'PoliciesPage'),
});

const person = createRoute({
  getParentRoute: () => framed,
  path: '/people/$id',
  component: page(() => import('./pages/people/PersonPage'), 'PersonPage'),
});

const teams = createRoute({
  getParentRoute: () => framed,
  path: '/teams',
  component: page(() => import('./pages/teams/TeamsPage'), 'TeamsPage'),
});

const team = createRoute({
  getParentRoute: () => framed,
  path: '/teams/$slug',
  component: page(() => import('./pages/teams/TeamPage'), 'TeamPage'),
});

const teamEdit = createRoute({
  getParentRoute: () => framed,
  path: '/teams/$slug/edit',
  component: page(() => import('./pages/teams/TeamEditPage'), 'TeamEditPage'),
});

const teamNew = createRoute({
  getParentRoute: () => framed,
  path: '/new/team',
  component: page(() => import('./pages/teams/TeamNewPage'), 'TeamNewPage'),
});

const serviceAccounts = createRoute({
  getParentRoute: () => framed,
  path: '/service-accounts',
  component: page(() => import('./pages/service-accounts/ServiceAccountsPage'), 'ServiceAccountsPage'),
});

const serviceAccount = createRoute({
  getParentRoute: () => framed,
  path: '/service-accounts/$id',
  component: page(() => import('./pages/service-accounts/ServiceAccountPage'), 'ServiceAccountPage'),
});

const serviceAccountEdit = createRoute({
  getParentRoute: () => framed,
  path: '/service-accounts/$id/edit',
  component: page(() => import('./pages/service-accounts/ServiceAccountEditPage'), 'ServiceAccountEditPage'),
});

const serviceAccountNew = createRoute({
  getParentRoute: () => framed,
  path: '/new/service-account',
  component: page(() => import('./pages/service-accounts/ServiceAccountNewPage'), 'ServiceAccountNewPage'),
});

const personLeave = createRoute({
  getParentRoute: () => framed,
  path: '/people/$id/leave',
  component: page(() => import('./pages/people/PersonLeavePage'), 'PersonLeavePage'),
});

const personReturn = createRoute({
  getParentRoute: () => framed,
  path: '/people/$id/return',
  component: page(() => import('./pages/people/PersonReturnPage'), 'PersonReturnPage'),
});

const domains = createRoute({
  getParentRoute: () => framed,
  path: '/domains',
  validateSearch: (search): { view?: 'tree' } => ({ view: search['view'] === 'tree' ? 'tree' : undefined }),
  component: page(() => import('./pages/domains/DomainsPage'), 'DomainsPage'),
});

const domain = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug',
  validateSearch: (search): { tab?: 'activity' } => ({ tab: search['tab'] === 'activity' ? 'activity' : undefined }),
  beforeLoad: async ({ context, params: { slug } }) => {
    if (slug !== NEW) return;
    const missing = await context.queryClient.ensureQueryData(queries.domain(NEW)).catch(isMissing);
    if (missing === true) throw redirect({ ...paths.domainNew(), replace: true });
  },
  component: page(() => import('./pages/domains/DomainPage'), 'DomainPage'),
});

const domainEdit = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug/edit',
  component: page(() => import('./pages/domains/DomainEditPage'), 'DomainEditPage'),
});

const domainRename = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug/rename',
  validateSearch: (search): { name?: string; id?: string } => ({ name: text(search['name']), id: text(search['id']) }),
  component: page(() => import('./pages/domains/DomainRenamePage'), 'DomainRenamePage'),
});

const domainMove = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug/move',
  validateSearch: (search): { below?: string } => ({
    below: typeof search['below'] === 'string' ? search['below'] : undefined,
  }),
  component: page(() => import('./pages/domains/DomainMovePage'), 'DomainMovePage'),
});

const domainRetire = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug/retire',
  component: page(() => import('./pages/domains/DomainRetirePage'), 'DomainRetirePage'),
});

const domainReopen = createRoute({
  getParentRoute: () => framed,
  path: '/domains/$slug/reopen',
  component: page(() => import('./pages/domains/DomainReopenPage'), 'DomainReopenPage'),
});

const domainNew = createRoute({
  getParentRoute: () => whole,
  path: '/new/domain',
  validateSearch: (search): WizardSearch & { back?: string; below?: string } => ({
    ...wizardSearch(search),
    back: text(search['back']),
    below: text(search['below']),
  }),
  // Below a domain of one's own, that domain says who may.
  beforeLoad: ({ context, search }) => refuseUnless(mayMakeDomains(context.session) || search.below !== undefined),
  component: page(() => import('./pages/domains/DomainNewPage'), 'DomainNewPage'),
  errorComponent: WholeFailedPage,
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
  beforeLoad: async ({ context, params: { slug } }) => {
    if (slug !== NEW) return;
    const missing = await context.queryClient.ensureQueryData(queries.dataProduct(NEW)).catch(isMissing);
    if (missing === true) throw redirect({ ...paths.dataProductNew(), replace: true });
  },
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
  validateSearch: (search): WizardSearch & { uploadId?: string; as?: 'before' } => ({
    ...wizardSearch(search),
    uploadId: text(search['uploadId']),
    ...(search['as'] === 'before' ? { as: 'before' } : {}),
  }),
  component: page(() => import('./pages/data-products/DataProductPublishPage'), 'DataProductPublishPage'),
  errorComponent: WholeFailedPage,
});

const dataProductNew = createRoute({
  getParentRoute: () => whole,
  path: '/new/data-product',
  validateSearch: (search): WizardSearch & { uploadId?: string; domainId?: string } => ({
    ...wizardSearch(search),
    uploadId: text(search['uploadId']),
    domainId: text(search['domainId']),
  }),
  beforeLoad: ({ context }) => refuseUnless(mayMakeProducts(context.session)),
  component: page(() => import('./pages/data-products/DataProductNewPage'), 'DataProductNewPage'),
  errorComponent: WholeFailedPage,
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
  errorComponent: WholeFailedPage,
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
      jobs,
      settings,
      workspaces,
      people,
      audit,
      policies,
      person,
      teams,
      team,
      teamEdit,
      teamNew,
      serviceAccounts,
      serviceAccount,
      serviceAccountEdit,
      serviceAccountNew,
      personLeave,
      personReturn,
      domains,
      domain,
      domainEdit,
      domainRename,
      domainMove,
      domainRetire,
      domainReopen,
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
  // Only once the next page stands is what was typed on the last one not needed any more.
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) forgetTyped();
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
