import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { actions } from '#/api/actions';
import { asProblem } from '#/api/problem';
import { useTakeSession } from '#/api/session';
import type { Persona } from '#/api/types';
import { useProblemText } from '#/kit/problemText';
import { toastFailed } from '#/kit/toast';
import { paths } from '#/paths';

/** Leaving, and in the sample company becoming somebody else. */
export function useAccount() {
  const router = useRouter();
  const takeSession = useTakeSession();
  const problemText = useProblemText();
  const fail = (cause: unknown) => {
    const { what, next } = problemText(asProblem(cause));
    toastFailed(next, what);
  };
  const signOut = useMutation({
    mutationFn: actions.signOut,
    // A fresh start leaves nothing of this person on the screen or in memory.
    onSuccess: () => location.assign('/sign-in'),
    onError: fail,
  });
  const become = useMutation({
    mutationFn: (persona: Persona) => actions.switchPersona(persona),
    onSuccess: async (next) => {
      takeSession(next);
      await router.navigate(paths.home());
      await router.invalidate();
    },
    onError: fail,
  });
  return { signOut: () => signOut.mutate(), become: (persona: Persona) => become.mutate(persona) };
}
