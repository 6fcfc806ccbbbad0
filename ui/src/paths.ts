/*
 * Typed ways to the pages. Spread into a Link or hand to navigate:
 * `<Link {...paths.domain(slug)} />`, `navigate(paths.draft(id))`.
 * Making something lives under /new, so that a thing may be called "new".
 */
export const paths = {
  /** How to begin: the sample company, one's own workspace, a backup. */
  welcome: () => ({ to: '/welcome' }) as const,
  workspaces: () => ({ to: '/workspaces' }) as const,
  home: () => ({ to: '/' }) as const,
  signIn: (next?: string) => ({ to: '/sign-in', search: next === undefined ? {} : { next } }) as const,
  search: (q: string) => ({ to: '/search', search: { q } }) as const,
  jobs: () => ({ to: '/jobs' }) as const,
  settings: () => ({ to: '/settings' }) as const,
  audit: (filter: AuditSearch = {}) => ({ to: '/audit', search: filter }) as const,
  policies: () => ({ to: '/policies' }) as const,
  people: (filter: PeopleSearch = {}) => ({ to: '/people', search: filter }) as const,
  person: (id: string) => ({ to: '/people/$id', params: { id } }) as const,
  personLeave: (id: string) => ({ to: '/people/$id/leave', params: { id } }) as const,
  personReturn: (id: string) => ({ to: '/people/$id/return', params: { id } }) as const,
  teams: () => ({ to: '/teams' }) as const,
  team: (slug: string) => ({ to: '/teams/$slug', params: { slug } }) as const,
  teamEdit: (slug: string) => ({ to: '/teams/$slug/edit', params: { slug } }) as const,
  teamNew: () => ({ to: '/new/team' }) as const,
  serviceAccounts: () => ({ to: '/service-accounts' }) as const,
  serviceAccount: (id: string) => ({ to: '/service-accounts/$id', params: { id } }) as const,
  serviceAccountEdit: (id: string) => ({ to: '/service-accounts/$id/edit', params: { id } }) as const,
  serviceAccountNew: () => ({ to: '/new/service-account' }) as const,
  domains: (view?: 'tree') => ({ to: '/domains', search: view === undefined ? {} : { view } }) as const,
  domain: (slug: string, tab?: 'activity') =>
    ({ to: '/domains/$slug', params: { slug }, search: tab === undefined ? {} : { tab } }) as const,
  domainEdit: (slug: string) => ({ to: '/domains/$slug/edit', params: { slug } }) as const,
  domainRename: (slug: string, to: { name?: string; id?: string } = {}) =>
    ({ to: '/domains/$slug/rename', params: { slug }, search: to }) as const,
  /** Without `below` the page begins at where the domain lies; an empty one is the top. */
  domainMove: (slug: string, to: { below?: string } = {}) =>
    ({ to: '/domains/$slug/move', params: { slug }, search: to }) as const,
  domainRetire: (slug: string) => ({ to: '/domains/$slug/retire', params: { slug } }) as const,
  domainReopen: (slug: string) => ({ to: '/domains/$slug/reopen', params: { slug } }) as const,
  /** `back` is the draft to go back to with the new domain, `below` the one above it. */
  domainNew: (from: { back?: string; below?: string } = {}) => ({ to: '/new/domain', search: from }) as const,
  dataProducts: () => ({ to: '/data-products', search: {} }) as const,
  dataProduct: (slug: string, tab?: ProductTab) =>
    ({ to: '/data-products/$slug', params: { slug }, search: tab === undefined ? {} : { tab } }) as const,
  dataProductEdit: (slug: string) => ({ to: '/data-products/$slug/edit', params: { slug } }) as const,
  dataProductPublish: (slug: string) => ({ to: '/data-products/$slug/publish', params: { slug }, search: {} }) as const,
  /** Publishes a file that was dropped on the product's page as the one before it was published. */
  dataProductRefresh: (slug: string, uploadId?: string) =>
    ({
      to: '/data-products/$slug/publish',
      params: { slug },
      search: uploadId === undefined ? { as: 'before' as const } : { as: 'before' as const, uploadId },
    }) as const,
  /** `uploadId` begins at the preview of a file that has arrived; `domainId` fills in the domain. */
  dataProductNew: (from: { uploadId?: string; domainId?: string } = {}) =>
    ({ to: '/new/data-product', search: from }) as const,
  drafts: () => ({ to: '/drafts' }) as const,
  draft: (id: string, step?: string) =>
    ({ to: '/drafts/$id', params: { id }, search: step === undefined ? {} : { step } }) as const,
};

/** Which entries of the audit a page shows. Days are the reader's own, as YYYY-MM-DD. */
export interface AuditSearch {
  person?: string;
  action?: string;
  thing?: string;
  from?: string;
  to?: string;
}

export const productTabs = ['overview', 'contract', 'quality', 'rows', 'profile', 'versions', 'activity'] as const;
export type ProductTab = (typeof productTabs)[number];

/** Which people a list shows: the role, or `left` for those who are gone. */
export const peopleFacets = ['administrator', 'steward', 'member', 'viewer', 'none', 'left'] as const;
export type PeopleFacet = (typeof peopleFacets)[number];

interface PeopleSearch {
  q?: string;
  of?: PeopleFacet;
}
