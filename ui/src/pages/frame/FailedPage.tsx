import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** Shown in place of a page that failed; the rest of the frame goes on. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const text = useText();
  return (
    <ErrorPage
      level={1}
      cause={error}
      onRetry={() => {
        reset();
        void router.invalidate();
      }}
      actions={
        <ButtonLink {...paths.home()} variant="default">
          {text('kit.home')}
        </ButtonLink>
      }
    />
  );
}
