import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { actions } from '#/api/actions';
import { Doorway } from '#/kit/Doorway';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useTabTitle } from '#/kit/PageTitle';
import { FrayedWeave } from '#/kit/weave/FrayedWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { keepRedeemed, keptRedeemed } from './redeemed';
import { SetUpForm } from './SetUpForm';

export function SetUpPage() {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/set-up' });
  const [code] = useState(search.code);
  const [kept] = useState(keptRedeemed);
  useTabTitle(text('access.setUp.first.title'));

  useEffect(() => {
    // The code is as good as a password: it stays neither in the address bar nor in the history.
    if (search.code !== undefined) void navigate({ to: '/set-up', search: {}, replace: true });
  }, [search.code, navigate]);

  // A code works once, so it is redeemed once and its answer kept for as long as the page is open.
  const redeemed = useQuery({
    queryKey: ['set-up', code],
    queryFn: async () => {
      const answer = await actions.redeemSetUpLink(code ?? '');
      keepRedeemed(answer);
      return answer;
    },
    enabled: code !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  });

  const answer = code === undefined ? kept : (redeemed.data ?? null);
  const toSignIn = (
    <ButtonLink {...paths.signIn()} variant="default">
      {text('access.setUp.toSignIn')}
    </ButtonLink>
  );
  return (
    <Doorway>
      {code === undefined && kept === null ? (
        <EmptyPage level={1} picture={<FrayedWeave />} title={text('access.setUp.noCode.title')} actions={toSignIn}>
          <p>{text('access.setUp.noCode.body')}</p>
        </EmptyPage>
      ) : redeemed.isError ? (
        <ErrorPage level={1} cause={redeemed.error} actions={toSignIn} />
      ) : answer === null ? (
        <div role="status" aria-label={text('access.setUp.checking')}>
          <Skeleton height={36} mb={24} />
          <Skeleton height={160} />
        </div>
      ) : (
        <SetUpForm person={answer.person ?? null} />
      )}
    </Doorway>
  );
}
