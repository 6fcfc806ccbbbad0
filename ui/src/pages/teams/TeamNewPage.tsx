import { useNavigate } from '@tanstack/react-router';
import { useSession } from '#/api/session';
import { TeamCreate } from '#/forms/team-edit/TeamCreate';
import { EmptyPage } from '#/kit/EmptyPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

export function TeamNewPage() {
  const text = useText();
  const session = useSession();
  const navigate = useNavigate();
  if (!session.can.createTeam) {
    return (
      <Page width="read">
        <EmptyPage
          level={1}
          kind="closed"
          title={text('team.create.forbidden')}
          actions={<ButtonLink {...paths.teams()}>{text('team.list.none.clear')}</ButtonLink>}
        >
          {text('team.create.forbidden.body')}
        </EmptyPage>
      </Page>
    );
  }
  return (
    <Page width="read">
      <PageHead
        title={<PageTitle tab={text('team.create.title')}>{text('team.create.title')}</PageTitle>}
        lead={text('team.create.lead')}
      />
      <TeamCreate
        self={session.person.id}
        onCreated={(team) => void navigate({ ...paths.team(team.slug), replace: true })}
        onCancel={() => void navigate(paths.teams())}
      />
    </Page>
  );
}
