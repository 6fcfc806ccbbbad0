import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { failureOf, queries } from '#/api/query';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { TeamEdit } from '#/forms/team-edit/TeamEdit';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

export function TeamEditPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/teams/$slug/edit' });
  const navigate = useNavigate();
  // What others save meanwhile must not be taken for what was being edited, so the form reads once.
  const team = useQuery({ ...queries.team(slug), staleTime: 0 });
  const fresh = useRef(false);
  if (team.isFetchedAfterMount) fresh.current = true;
  if (failureOf(team) !== null) {
    return (
      <Page width="read">
        <ErrorPage cause={team.error} level={1} onRetry={() => void team.refetch()} />
      </Page>
    );
  }
  if (!team.data || !fresh.current) {
    return (
      <Page width="read">
        <ListSkeleton label={text('team.page.loading')} rows={4} />
      </Page>
    );
  }
  const { name, can, members } = team.data;
  if (!can.edit) {
    const lead = members.find((member) => member.lead)?.person.name ?? '';
    return (
      <Page width="read">
        <EmptyPage
          level={1}
          kind="closed"
          title={text('team.edit.forbidden')}
          actions={<ButtonLink {...paths.team(slug)}>{text('team.edit.see')}</ButtonLink>}
        >
          {text('team.edit.forbidden.body', { lead })}
        </EmptyPage>
      </Page>
    );
  }
  return (
    <Page width="read">
      <PageHead
        kind={text('team.edit.title')}
        title={
          <PageTitle tab={text('team.edit.tab', { name })}>
            <bdi>{name}</bdi>
          </PageTitle>
        }
        lead={text('team.edit.locked', { id: slug })}
      />
      <TeamEdit
        team={team.data}
        onSaved={(saved) => void navigate(paths.team(saved.slug))}
        onCancel={() => void navigate(paths.team(slug))}
      />
    </Page>
  );
}
