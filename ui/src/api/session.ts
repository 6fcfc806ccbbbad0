import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from './query';
import type { Session } from './types';

export { isOwn } from './own';

/** The signed-in person's session; for pages behind sign-in only. */
export function useSession(): Session {
  const { data } = useQuery(queries.session());
  const [last, setLast] = useState(data ?? null);
  useEffect(() => {
    // Between signing out and leaving the page, the page goes on showing whose it was.
    if (data != null) setLast(data);
  }, [data]);
  const session = data ?? last;
  if (session === null) throw new Error('a page behind sign-in was shown without a session');
  return session;
}

/** Reads that are the same whoever is signed in, and the session itself. */
const OF_NOBODY: ReadonlySet<unknown> = new Set(['session', 'workspace', 'set-up']);

/** Makes the screen belong to another person: everything seen by the former one is forgotten and asked for anew. */
export function useTakeSession(): (session: Session) => void {
  const queryClient = useQueryClient();
  return (session) => {
    queryClient.setQueryData(queries.session().queryKey, session);
    void queryClient.resetQueries({ predicate: ({ queryKey: [kind] }) => !OF_NOBODY.has(kind) });
  };
}
