import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queries } from './query';
import type { Session } from './types';

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

/** Makes the screen belong to another person: everything seen by the former one is forgotten. */
export function useTakeSession(): (session: Session | null) => void {
  const queryClient = useQueryClient();
  return (session) => {
    queryClient.removeQueries({
      predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'workspace',
    });
    queryClient.setQueryData(queries.session().queryKey, session);
  };
}
