import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { actions } from '#/api/actions';
import { client, newIntent, unwrap } from '#/api/client';
import { isProblem } from '#/api/problem';
import type { Draft, DraftKind } from '#/api/types';
import { type DraftContent, type DraftReceipt, DraftSaver, type DraftStore, type SaveState } from './draftSaver';

const receiptOf = (draft: Draft): DraftReceipt => ({
  id: draft.id,
  revision: draft.revision,
  savedAt: new Date(draft.updatedAt),
});

function platformStore<V extends object>(kind: DraftKind): DraftStore<V> {
  // A create whose answer was lost must not make a second draft when it is tried again.
  let intent = newIntent();
  const body = ({ title, step, values }: DraftContent<V>) => ({
    title,
    step,
    values: { ...values } as Record<string, unknown>,
  });
  return {
    async create(content) {
      const draft = await actions.createDraft({ kind, ...body(content) }, { intent });
      intent = newIntent();
      return { ...receiptOf(draft), savedAt: new Date() };
    },
    async update({ id, revision }, content) {
      const draft = await actions.updateDraft(id, revision, body(content));
      return { ...receiptOf(draft), savedAt: new Date() };
    },
    async current(id) {
      return receiptOf(await unwrap(client.GET('/api/v1/drafts/{id}', { params: { path: { id } } })));
    },
    refusalOf(error) {
      if (isProblem(error, 'stale')) return 'stale';
      return isProblem(error, 'not_found') ? 'gone' : 'other';
    },
  };
}

/** The saver of one wizard's draft and what it says. Keeps saving until the wizard is left, and once more on leaving. */
export function useDraftSaver<V extends object>(
  kind: DraftKind,
  draft: Draft | null,
): { saver: DraftSaver<V>; save: SaveState } {
  const queryClient = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one saver for the life of a wizard, which knows newer receipts than the draft it began with
  const saver = useMemo(() => new DraftSaver<V>(platformStore<V>(kind), draft && receiptOf(draft)), []);
  const save = useSyncExternalStore(saver.subscribe, saver.state);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.unsaved()) event.preventDefault();
    };
    const keep = () => void saver.flush();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', keep);
      void saver.flush().then(() => queryClient.invalidateQueries({ queryKey: ['draft'] }));
    };
  }, [saver, queryClient]);
  return { saver, save };
}
