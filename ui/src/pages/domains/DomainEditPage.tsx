import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { failureOf, queries } from '#/api/query';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { DomainEdit } from '#/forms/domain-edit/DomainEdit';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink, TextLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';

export function DomainEditPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/domains/$slug/edit' });
  const navigate = useNavigate();
  // What others save meanwhile must not be taken for what was being edited, so the form reads once.
  const domain = useQuery({ ...queries.domain(slug), staleTime: 0 });
  const fresh = useRef(false);
  if (domain.isFetchedAfterMount) fresh.current = true;
  if (failureOf(domain) !== null) {
    return (
      <Page width="read">
        <ErrorPage cause={domain.error} level={1} onRetry={() => void domain.refetch()} />
      </Page>
    );
  }
  if (!domain.data || !fresh.current) {
    return (
      <Page width="read">
        <ListSkeleton label={text('domain.page.loading')} rows={4} />
      </Page>
    );
  }
  const { name, owners, can, lifecycle } = domain.data;
  if (!can.edit) {
    return (
      <Page width="read">
        <EmptyPage
          level={1}
          kind="closed"
          title={text('domain.edit.forbidden')}
          actions={<ButtonLink {...paths.domain(slug)}>{text('domain.create.next.see')}</ButtonLink>}
        >
          {text('domain.edit.forbidden.body', { owners: owners.map((owner) => owner.name).join(', ') })}
        </EmptyPage>
      </Page>
    );
  }
  if (lifecycle === 'retired') {
    return (
      <Page width="read">
        <EmptyPage
          level={1}
          kind="closed"
          title={text('domain.edit.retired', { name })}
          actions={<ButtonLink {...paths.domainReopen(slug)}>{text('domain.page.reopen')}</ButtonLink>}
        >
          {text('domain.edit.retired.body')}
        </EmptyPage>
      </Page>
    );
  }
  return (
    <Page width="read">
      <PageHead
        kind={text('domain.edit.title')}
        title={
          <PageTitle tab={text('domain.edit.tab', { name })}>
            <bdi>{name}</bdi>
          </PageTitle>
        }
        lead={
          <Phrase
            id="domain.edit.locked"
            values={{
              id: <code key="id">{domain.data.slug}</code>,
              rename: (
                <TextLink key="rename" underline="always" {...paths.domainRename(slug)}>
                  {text('domain.edit.rename')}
                </TextLink>
              ),
              move: (
                <TextLink key="move" underline="always" {...paths.domainMove(slug)}>
                  {text('domain.edit.move')}
                </TextLink>
              ),
            }}
          />
        }
      />
      <DomainEdit
        domain={domain.data}
        onSaved={(saved) => void navigate(paths.domain(saved.slug))}
        onCancel={() => void navigate(paths.domain(slug))}
      />
    </Page>
  );
}
