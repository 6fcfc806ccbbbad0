import { useNavigate } from '@tanstack/react-router';
import { useSession } from '#/api/session';
import { ServiceAccountCreate } from '#/forms/service-account-edit/ServiceAccountCreate';
import { EmptyPage } from '#/kit/EmptyPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';

export function ServiceAccountNewPage() {
  const text = useText();
  const session = useSession();
  const navigate = useNavigate();
  if (!session.can.createServiceAccount) {
    return (
      <Page width="read">
        <EmptyPage
          level={1}
          kind="closed"
          title={text('service-account.create.forbidden')}
          actions={<ButtonLink {...paths.serviceAccounts()}>{text('service-account.list.none.clear')}</ButtonLink>}
        >
          {text('service-account.create.forbidden.body')}
        </EmptyPage>
      </Page>
    );
  }
  const { id, name } = session.person;
  return (
    <Page width="read">
      <PageHead
        title={<PageTitle tab={text('service-account.create.title')}>{text('service-account.create.title')}</PageTitle>}
        lead={text('service-account.create.lead')}
      />
      <ServiceAccountCreate
        self={{ id, name }}
        choosesOwner={session.can.managePeople}
        onCreated={(account) => void navigate({ ...paths.serviceAccount(account.id), replace: true })}
        onCancel={() => void navigate(paths.serviceAccounts())}
      />
    </Page>
  );
}
