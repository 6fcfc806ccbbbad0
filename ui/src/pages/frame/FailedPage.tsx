import { useQueryClient } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { rememberMistake } from '#/api/failures';
import { isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { lastTyped } from '#/api/typed';
import { Copyable } from '#/kit/Copyable';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './FailedPage.module.css';

const ASK_EVERY_MS = 4000;

/** Shown in place of a page that failed; the rest of the frame goes on. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const text = useText();
  // A try that fails again must not take away what the first failure left.
  const [typed] = useState(lastTyped);
  const unreachable = isProblem(error, 'unreachable');

  useEffect(() => {
    if (!isProblem(error)) rememberMistake(error);
  }, [error]);

  const retry = useCallback(async () => {
    if (unreachable) {
      // The page's code didn't come. A browser doesn't ask for it twice, so once there is a connection it starts anew.
      await queryClient.fetchQuery({ ...queries.workspace(), staleTime: 0, retry: false });
      location.reload();
      return;
    }
    reset();
    await router.invalidate();
  }, [unreachable, queryClient, reset, router]);

  useEffect(() => {
    if (!unreachable) return;
    const timer = setInterval(() => void retry().catch(() => undefined), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [unreachable, retry]);

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
    >
      {typed.length > 0 && (
        <section className={classes.typed} aria-labelledby="typed">
          <h2 id="typed" className={classes.title}>
            {text('frame.typed.title')}
          </h2>
          <p className={classes.about}>{text('frame.typed.about')}</p>
          <dl className={classes.list}>
            {typed.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Copyable value={value} thing={label} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </ErrorPage>
  );
}

/** The same in place of a page that fills the window. */
export function WholeFailedPage(props: ErrorComponentProps) {
  return (
    <main className={classes.whole}>
      <FailedPage {...props} />
    </main>
  );
}
