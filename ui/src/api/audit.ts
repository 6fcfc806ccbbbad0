import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';
import type { AuditAction, ThingKind } from './types';

/*
 * What was done and what may be done. Keys begin with `audit` and `decision`, which every change refreshes.
 */

const ENTRIES_A_PAGE = 50;
/** The page token of the first page: none. A bare `undefined` would close the type to all others. */
const first = undefined as string | undefined;

/** Which entries; instants are RFC 3339. */
export interface AuditFilter {
  personId?: string;
  action?: AuditAction;
  resourceId?: string;
  from?: string;
  to?: string;
}

export const auditQueries = {
  entries: (filter: AuditFilter) =>
    infiniteQueryOptions({
      queryKey: ['audit', 'list', filter],
      queryFn: ({ signal, pageParam }) =>
        unwrap(
          client.GET('/api/v1/audit-entries', {
            signal,
            params: { query: { ...filter, pageToken: pageParam, pageSize: ENTRIES_A_PAGE } },
          }),
        ),
      initialPageParam: first,
      getNextPageParam: ({ nextPageToken }) => nextPageToken ?? undefined,
      // Sign-ins, drafts and tokens tell of themselves through no event.
      staleTime: 0,
    }),

  activity: (kind: ThingKind, id: string) =>
    infiniteQueryOptions({
      queryKey: ['audit', 'activity', kind, id],
      queryFn: ({ signal, pageParam }) =>
        unwrap(
          client.GET('/api/v1/activity', {
            signal,
            params: { query: { kind, id, pageToken: pageParam, pageSize: ENTRIES_A_PAGE } },
          }),
        ),
      initialPageParam: first,
      getNextPageParam: ({ nextPageToken }) => nextPageToken ?? undefined,
    }),

  policies: () =>
    queryOptions({
      queryKey: ['policy', 'list'],
      queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/policies', { signal }))).items,
    }),

  decisions: (kind: ThingKind, id: string) =>
    queryOptions({
      queryKey: ['decision', kind, id],
      queryFn: async ({ signal }) =>
        (await unwrap(client.GET('/api/v1/decisions', { signal, params: { query: { kind, id } } }))).items,
    }),
};

export const auditActions = {
  /** Checks the whole chain, and a fingerprint that an earlier check gave. */
  verify: (fingerprint: string) =>
    unwrap(
      client.POST('/api/v1/audit-entries/verification', { body: fingerprint.trim() === '' ? {} : { fingerprint } }),
    ),

  /** All entries that the filter lets through, as the text of a file. */
  exported: (format: 'csv' | 'ndjson', filter: AuditFilter): Promise<string> =>
    unwrap(
      client.GET('/api/v1/audit-entries/export', { params: { query: { format, ...filter } }, parseAs: 'text' }),
    ) as Promise<string>,
};
