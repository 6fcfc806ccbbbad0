import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { host } from '#/host';
import { client, unwrap } from './client';
import { isProblem } from './problem';
import type { IntakeChoices, PublicationState, QualityRule, Role } from './types';

/*
 * Every read of the screen. Keys begin with the kind that events speak of
 * (domain, data-product, publication, person, team, service-account, notification), so that invalidate.ts finds them.
 */

const BACKUP_EVERY_MS = 400;
const JOBS_EVERY_MS = 500;
const JOBS_AT_REST_EVERY_MS = 4000;
const PAGE_SIZE = 500;
const PEOPLE_AT_ONCE = 100;
const THINGS_AT_ONCE = 100;
const PEOPLE_OFFERED = 20;
const NOTIFICATIONS_AT_ONCE = 30;
const UNREAD_AT_ONCE = 20;

/** Which people a list shows. */
export interface PeopleFilter {
  query: string;
  shown: 'here' | 'left';
  role?: Role | 'none' | undefined;
}

/** Which domains a list shows. */
export interface DomainFilter {
  query?: string;
  shown?: 'all' | 'active' | 'retired';
  ownerId?: string;
  can?: 'edit' | 'create-subdomain' | 'create-data-product';
  order?: 'name' | 'updated' | 'products';
}

/** Which data products a list shows. */
export interface DataProductFilter {
  query?: string;
  domainId?: string;
  ownerId?: string;
  order?: 'name' | 'updated' | 'rows';
}

interface Page<T> {
  items: T[];
  nextPageToken?: string | null;
}

async function everyPage<T>(page: (pageToken: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let token: string | undefined;
  do {
    const { items: more, nextPageToken } = await page(token);
    items.push(...more);
    token = nextPageToken ?? undefined;
  } while (token !== undefined);
  return items;
}

export const queries = {
  workspace: () =>
    queryOptions({
      queryKey: ['workspace'],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/workspace', { signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),

  /** The workspaces on this computer; null where the address decides which one it is. */
  localWorkspaces: () =>
    queryOptions({
      queryKey: ['local-workspace'],
      queryFn: () => host.workspaces?.list() ?? null,
      staleTime: Number.POSITIVE_INFINITY,
    }),

  /** What the workers do; no event tells of it. */
  jobs: () =>
    queryOptions({
      queryKey: ['job', 'list'],
      queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/jobs', { signal }))).items,
      refetchInterval: ({ state }) =>
        state.data?.some((job) => job.state === 'running' || job.state === 'waiting') === true
          ? JOBS_EVERY_MS
          : JOBS_AT_REST_EVERY_MS,
    }),

  workers: () =>
    queryOptions({
      queryKey: ['job', 'workers'],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/workers', { signal })),
    }),

  backup: (id: string) =>
    queryOptions({
      queryKey: ['backup', id],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/workspace/backups/{id}', { signal, params: { path: { id } } })),
      refetchInterval: ({ state }) => (state.data?.state === 'running' ? BACKUP_EVERY_MS : false),
      gcTime: 0,
    }),

  /** The signed-in person, or null when nobody is. */
  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/session', { signal })).catch((cause: unknown) => {
          if (isProblem(cause, 'unauthenticated')) return null;
          throw cause;
        }),
      staleTime: Number.POSITIVE_INFINITY,
    }),

  /** People who match, page by page. */
  people: (filter: PeopleFilter) =>
    infiniteQueryOptions({
      queryKey: ['person', 'list', filter],
      queryFn: ({ signal, pageParam }) =>
        unwrap(
          client.GET('/api/v1/people', {
            signal,
            params: { query: { ...filter, pageToken: pageParam, pageSize: PEOPLE_AT_ONCE } },
          }),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextPageToken }) => nextPageToken ?? undefined,
      // While the next letter is looked up the former people stay on screen.
      placeholderData: keepPreviousData,
    }),

  peopleCounts: (query: string) =>
    queryOptions({
      queryKey: ['person', 'counts', query],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/people/counts', { signal, params: { query: { query } } })),
      placeholderData: keepPreviousData,
    }),

  /** The first few people who match; those to whom something can be given, say, or those who left. */
  foundPeople: (query: string, shown: 'here' | 'assignable' | 'left') =>
    queryOptions({
      queryKey: ['person', 'found', shown, query],
      queryFn: async ({ signal }) => {
        const answer = client.GET('/api/v1/people', {
          signal,
          params: { query: { query, shown, pageSize: PEOPLE_OFFERED } },
        });
        return (await unwrap(answer)).items;
      },
      placeholderData: keepPreviousData,
    }),

  person: (id: string) =>
    queryOptions({
      queryKey: ['person', 'one', id],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/people/{id}', { signal, params: { path: { id } } })),
    }),

  /** A person's name alone, for where only the id is at hand. */
  personName: (id: string) =>
    queryOptions({
      queryKey: ['person', 'name', id],
      queryFn: async ({ signal }) =>
        (await unwrap(client.GET('/api/v1/people/{id}', { signal, params: { path: { id } } }))).name,
    }),

  /** What a person owns, decides and belongs to. */
  holdings: (id: string) =>
    queryOptions({
      queryKey: ['person', 'holdings', id],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/people/{id}/holdings', { signal, params: { path: { id } } })),
    }),

  teams: () =>
    queryOptions({
      queryKey: ['team', 'list'],
      queryFn: ({ signal }) =>
        everyPage((pageToken) =>
          unwrap(client.GET('/api/v1/teams', { signal, params: { query: { pageToken, pageSize: PAGE_SIZE } } })),
        ),
    }),

  /** A team by its id or its readable id. */
  team: (idOrSlug: string) =>
    queryOptions({
      queryKey: ['team', 'one', idOrSlug],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/teams/{id}', { signal, params: { path: { id: idOrSlug } } })),
    }),

  serviceAccounts: () =>
    queryOptions({
      queryKey: ['service-account', 'list'],
      queryFn: ({ signal }) =>
        everyPage((pageToken) =>
          unwrap(
            client.GET('/api/v1/service-accounts', {
              signal,
              params: { query: { pageToken, pageSize: PAGE_SIZE } },
            }),
          ),
        ),
    }),

  serviceAccount: (id: string) =>
    queryOptions({
      queryKey: ['service-account', 'one', id],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/service-accounts/{id}', { signal, params: { path: { id } } })),
    }),

  serviceAccountTokens: (id: string) =>
    queryOptions({
      queryKey: ['service-account', 'tokens', id],
      queryFn: async ({ signal }) => {
        const answer = client.GET('/api/v1/service-accounts/{id}/access-tokens', { signal, params: { path: { id } } });
        return (await unwrap(answer)).items;
      },
    }),

  accessTokens: () =>
    queryOptions({
      queryKey: ['access-token', 'list'],
      queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/access-tokens', { signal }))).items,
    }),

  /** Domains that match, page by page. */
  domainList: (filter: DomainFilter) =>
    infiniteQueryOptions({
      queryKey: ['domain', 'list', filter],
      queryFn: ({ signal, pageParam }) =>
        unwrap(
          client.GET('/api/v1/domains', {
            signal,
            params: { query: { ...filter, pageToken: pageParam, pageSize: THINGS_AT_ONCE } },
          }),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextPageToken }) => nextPageToken ?? undefined,
      placeholderData: keepPreviousData,
    }),

  /** The first domains that match, and where no ability is asked for how many there are. */
  firstDomains: (filter: DomainFilter, pageSize: number) =>
    queryOptions({
      queryKey: ['domain', 'first', filter, pageSize],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/domains', { signal, params: { query: { ...filter, pageSize } } })),
      placeholderData: keepPreviousData,
    }),

  /** The domains in use directly below one. */
  subdomains: (parentId: string) =>
    queryOptions({
      queryKey: ['domain', 'below', parentId],
      queryFn: ({ signal }) =>
        everyPage((pageToken) =>
          unwrap(
            client.GET('/api/v1/domains', {
              signal,
              params: { query: { parentId, shown: 'active', pageToken, pageSize: PAGE_SIZE } },
            }),
          ),
        ),
    }),

  /** The tree of all domains, in short. */
  domainTree: () =>
    queryOptions({
      queryKey: ['domain', 'tree'],
      queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/domain-tree', { signal }))).items,
    }),

  /** A domain by its id or its readable id. */
  domain: (idOrSlug: string) =>
    queryOptions({
      queryKey: ['domain', 'one', idOrSlug],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/domains/{id}', { signal, params: { path: { id: idOrSlug } } })),
    }),

  /** Data products that match, page by page. */
  dataProductList: (filter: DataProductFilter) =>
    infiniteQueryOptions({
      queryKey: ['data-product', 'list', filter],
      queryFn: ({ signal, pageParam }) =>
        unwrap(
          client.GET('/api/v1/data-products', {
            signal,
            params: { query: { ...filter, pageToken: pageParam, pageSize: THINGS_AT_ONCE } },
          }),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextPageToken }) => nextPageToken ?? undefined,
      placeholderData: keepPreviousData,
    }),

  /** The first data products that match, and how many there are. */
  firstDataProducts: (filter: DataProductFilter, pageSize: number) =>
    queryOptions({
      queryKey: ['data-product', 'first', filter, pageSize],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/data-products', { signal, params: { query: { ...filter, pageSize } } })),
      placeholderData: keepPreviousData,
    }),

  /** A data product by its id or its readable id. */
  dataProduct: (idOrSlug: string) =>
    queryOptions({
      queryKey: ['data-product', 'one', idOrSlug],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/data-products/{id}', { signal, params: { path: { id: idOrSlug } } })),
    }),

  productVersions: (id: string) =>
    queryOptions({
      queryKey: ['data-product', 'versions', id],
      queryFn: async ({ signal }) => {
        const answer = client.GET('/api/v1/data-products/{id}/versions', { signal, params: { path: { id } } });
        return (await unwrap(answer)).items;
      },
    }),

  /** Rows [offset, offset + limit) of a version; limit is at most 500. */
  rows: (id: string, { version, offset, limit }: { version: number; offset: number; limit: number }) =>
    queryOptions({
      queryKey: ['data-product', 'rows', id, version, offset, limit],
      queryFn: ({ signal }) =>
        unwrap(
          client.GET('/api/v1/data-products/{id}/rows', {
            signal,
            params: { path: { id }, query: { version, offset, limit } },
          }),
        ),
      // The rows of a version never change.
      staleTime: Number.POSITIVE_INFINITY,
    }),

  /** What a version holds and means, as far as one may know. */
  productProfile: (id: string, version: number) =>
    queryOptions({
      queryKey: ['data-product', 'profile', id, version],
      queryFn: ({ signal }) =>
        unwrap(
          client.GET('/api/v1/data-products/{id}/profile', { signal, params: { path: { id }, query: { version } } }),
        ),
    }),

  upload: (id: string) =>
    queryOptions({
      queryKey: ['upload', id],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/uploads/{id}', { signal, params: { path: { id } } })),
    }),

  /** A file as it is read with these choices; what isn't chosen is recognised. */
  preview: (uploadId: string, intake: IntakeChoices) =>
    queryOptions({
      queryKey: ['upload', uploadId, 'preview', intake],
      queryFn: ({ signal }) =>
        unwrap(
          client.POST('/api/v1/uploads/{id}/preview', { signal, params: { path: { id: uploadId } }, body: intake }),
        ),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),

  /** What a file suggests of its columns and rows, read with these choices. */
  survey: (uploadId: string, intake: IntakeChoices) =>
    queryOptions({
      queryKey: ['upload', uploadId, 'survey', intake],
      queryFn: ({ signal }) =>
        unwrap(
          client.POST('/api/v1/uploads/{id}/survey', { signal, params: { path: { id: uploadId } }, body: intake }),
        ),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),

  /** How a file keeps rules. */
  ruleChecks: (uploadId: string, intake: IntakeChoices, rules: readonly QualityRule[]) =>
    queryOptions({
      queryKey: ['upload', uploadId, 'rules', intake, rules],
      queryFn: ({ signal }) =>
        unwrap(
          client.POST('/api/v1/uploads/{id}/rule-checks', {
            signal,
            params: { path: { id: uploadId } },
            body: { intake, rules: [...rules] },
          }),
        ),
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),

  /** What the company asks of data products before they are published. */
  publishingPolicies: () =>
    queryOptions({
      queryKey: ['publishing-policy'],
      queryFn: ({ signal }) =>
        unwrap(client.GET('/api/v1/publishing-policies', { signal })).then(({ items }) => items),
    }),

  /** What a version promises of its rows, and how they kept it. */
  productQuality: (id: string, version?: number) =>
    queryOptions({
      queryKey: ['data-product', id, 'quality', version],
      queryFn: ({ signal }) =>
        unwrap(
          client.GET('/api/v1/data-products/{id}/quality', {
            signal,
            params: { path: { id }, query: version === undefined ? {} : { version } },
          }),
        ),
    }),

  rejects: (productId: string, version: number) =>
    queryOptions({
      queryKey: ['data-product', productId, 'rejects', version],
      queryFn: ({ signal }) =>
        unwrap(
          client.GET('/api/v1/data-products/{id}/rejects', {
            signal,
            params: { path: { id: productId }, query: { version } },
          }),
        ),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),

  publication: (id: string) =>
    queryOptions({
      queryKey: ['publication', 'one', id],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/publications/{id}', { signal, params: { path: { id } } })),
      // Events may be lost on the way; progress must not stand still because of it.
      refetchInterval: (query) => (query.state.data?.state === 'running' ? 1000 : false),
    }),

  publications: (filter: { dataProductId?: string; state?: PublicationState } = {}) =>
    queryOptions({
      queryKey: ['publication', 'list', filter],
      queryFn: ({ signal }) =>
        everyPage((pageToken) =>
          unwrap(client.GET('/api/v1/publications', { signal, params: { query: { ...filter, pageToken } } })),
        ),
    }),

  /** One's own notifications, page by page. */
  notifications: () =>
    infiniteQueryOptions({
      queryKey: ['notification', 'list'],
      queryFn: ({ signal, pageParam }) =>
        unwrap(
          client.GET('/api/v1/notifications', {
            signal,
            params: { query: { pageToken: pageParam, pageSize: NOTIFICATIONS_AT_ONCE } },
          }),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextPageToken }) => nextPageToken ?? undefined,
    }),

  /** The newest that are unread, and how many there are in all. */
  unreadNotifications: () =>
    queryOptions({
      queryKey: ['notification', 'unread'],
      queryFn: ({ signal }) =>
        unwrap(
          client.GET('/api/v1/notifications', {
            signal,
            params: { query: { unread: true, pageSize: UNREAD_AT_ONCE } },
          }),
        ),
    }),

  drafts: () =>
    queryOptions({
      queryKey: ['draft', 'list'],
      queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/drafts', { signal }))).items,
      // Drafts tell of themselves through no event: they are read anew whenever a page shows them.
      staleTime: 0,
    }),

  /** The newest plans about a domain or person. */
  plans: (subject: string) =>
    queryOptions({
      queryKey: ['plan', 'list', subject],
      queryFn: async ({ signal }) =>
        (await unwrap(client.GET('/api/v1/plans', { signal, params: { query: { subject } } }))).items,
      // Plans tell of themselves through the things they touch.
      staleTime: 0,
    }),

  draft: (id: string) =>
    queryOptions({
      queryKey: ['draft', 'one', id],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/drafts/{id}', { signal, params: { path: { id } } })),
      staleTime: 0,
    }),

  search: (q: string, limit = 20) =>
    queryOptions({
      queryKey: ['search', q, limit],
      queryFn: ({ signal }) => unwrap(client.GET('/api/v1/search', { signal, params: { query: { q, limit } } })),
      enabled: q.trim() !== '',
      // While the next letter is looked up the former hits stay on screen.
      placeholderData: keepPreviousData,
    }),
};

/**
 * Why a page can't show what it asked for; null while it still has something to show. That a newer answer didn't come
 * is no reason to take the last one off the screen, unless that answer says that it may not be shown any more.
 */
export function failureOf({ data, error }: { data: unknown; error: Error | null }): Error | null {
  return data === undefined || isProblem(error, 'not_found', 'forbidden', 'rows_need_grant') ? error : null;
}

export function createQueryClient(onError: (cause: unknown) => void): QueryClient {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // Events refresh what changes; this only bounds what a lost event could leave behind.
        staleTime: 30_000,
        retry: (failures, cause) => isProblem(cause, 'unreachable', 'busy') && failures < 2,
      },
      mutations: { retry: false },
    },
  });
  queryClient.getQueryCache().config.onError = onError;
  queryClient.getMutationCache().config.onError = onError;
  return queryClient;
}
