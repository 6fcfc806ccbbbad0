import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** Shown in place of a page that failed; the rest of the frame goes on. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const text = useText();

  async function retry() {
    if (isProblem(error, 'unreachable')) {
      // The page's code didn't come. A browser doesn't ask for it twice, so once there is a connection it starts anew.
      await queryClient.fetchQuery({ ...queries.workspace(), staleTime: 0 });
      location.reload();
      return;
    }
    reset();
    await router.invalidate();
  }

  return (
    <ErrorPage
      level={1}
      cause={error}
      onRetry={() => void retry().catch(() => undefined)}
      actions={
        <ButtonLink {...paths.home()} variant="default">
          {text('kit.home')}
        </ButtonLink>
      }
    />
  );
}
