import { queryOptions } from '@tanstack/react-query';
import { client, unwrap } from './client';

/*
 * Data contracts. Keys begin with `data-product`, so that a change of the product refreshes them.
 */

/** The documents that a product has: its contract (ODCS) and its own (ODPS). */
export const contractDocuments = ['odcs', 'odps'] as const;
export type ContractDocument = (typeof contractDocuments)[number];

export const contractQueries = {
  /** A document as the text of its file. */
  document: (id: string, kind: ContractDocument) =>
    queryOptions({
      queryKey: ['data-product', 'contract', id, kind],
      queryFn: ({ signal }) => {
        const asked = {
          signal,
          params: { path: { id } },
          parseAs: 'text',
          headers: { accept: 'application/yaml' },
        } as const;
        const answer =
          kind === 'odcs'
            ? client.GET('/api/v1/data-products/{id}/contract', asked)
            : client.GET('/api/v1/data-products/{id}/product-document', asked);
        return unwrap(answer as Promise<{ data?: string; error?: unknown; response: Response }>);
      },
    }),

  /** What changed up to the version `to` from the version `from`; by default to the current one from the one before. */
  changes: (id: string, range: { from?: number; to?: number } = {}) =>
    queryOptions({
      queryKey: ['data-product', 'contract-changes', id, range],
      queryFn: ({ signal }) =>
        unwrap(
          client.GET('/api/v1/data-products/{id}/contract/changes', { signal, params: { path: { id }, query: range } }),
        ),
    }),
};
