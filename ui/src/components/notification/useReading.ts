import { useMutation, useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { asProblem } from '#/api/problem';
import type { Notification } from '#/api/types';
import { useProblemText } from '#/kit/problemText';
import { toastFailed } from '#/kit/toast';

/** Marks notifications as read: one that is opened, or all up to the newest that is on screen. */
export function useReading() {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['notification'] });
  const one = useMutation({ mutationFn: (id: string) => actions.readNotification(id), onSettled });
  const all = useMutation({
    mutationFn: (upTo: string | undefined) => actions.readNotifications(upTo),
    onSettled,
    onError: (cause) => {
      const { what, next } = problemText(asProblem(cause));
      toastFailed(next, what);
    },
  });
  return {
    // That the page leads on matters more than that the mark goes; without it the notification stays unread.
    open: ({ id, readAt }: Notification) => {
      if (readAt === null) one.mutate(id);
    },
    readAll: (upTo: string | undefined) => all.mutateAsync(upTo),
    reading: all.isPending,
  };
}
