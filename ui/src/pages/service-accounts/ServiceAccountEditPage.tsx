import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { failureOf, queries } from '#/api/query';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ServiceAccountEdit } from '#/forms/service-account-edit/ServiceAccountEdit';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

export function ServiceAccountEditPage() {
  const text = useText();
  const { id } = useParams({ from: '/signed-in/framed/service-accounts/$id/edit' });
  const navigate = useNavigate();
  // What others save meanwhile must not be taken for what was being edited, so the form reads once.
  const account = useQuery({ ...queries.serviceAccount(id), staleTime: 0 });
  const fresh = useRef(false);
  if (account.isFetchedAfterMount) fresh.current = true;
  if (failureOf(account) !== null) {
    return (
      <Page width="read">
        <ErrorPage cause={account.error} level={1} onRetry={() => void account.refetch()} />
      </Page>
    );
  }
  if (!account.data || !fresh.current) {
    return (
      <Page width="read">
        <ListSkeleton label={text('service-account.page.loading')} rows={4} />
      </Page>
    );
  }
  const { name, can, owner } = account.data;
  if (!can.manage) {
    return (
      <Page width="read">
        <EmptyPage
          level={1}
          kind="closed"
          title={text('service-account.edit.forbidden')}
          actions={<ButtonLink {...paths.serviceAccount(id)}>{text('service-account.edit.see')}</ButtonLink>}
        >
          {text('service-account.edit.forbidden.body', { owner: owner.name })}
        </EmptyPage>
      </Page>
    );
  }
  return (
    <Page width="read">
      <PageHead
        kind={text('service-account.edit.title')}
        title={
          <PageTitle tab={text('service-account.edit.tab', { name })}>
            <bdi>{name}</bdi>
          </PageTitle>
        }
        lead={text('service-account.edit.lead')}
      />
      <ServiceAccountEdit
        account={account.data}
        onSaved={(saved) => void navigate(paths.serviceAccount(saved.id))}
        onCancel={() => void navigate(paths.serviceAccount(id))}
      />
    </Page>
  );
}
