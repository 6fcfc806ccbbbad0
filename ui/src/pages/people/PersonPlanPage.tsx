import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { Person } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { toastDone } from '#/kit/toast';
import { BareWeave } from '#/kit/weave/BareWeave';
import { type MessageId, Phrase, useText } from '#/messages';
import { paths } from '#/paths';

interface PersonPlanPageProps {
  id: string;
  title: MessageId;
  lead: MessageId;
  done: MessageId;
  children: (person: Person, end: { onApplied: () => void; onCancel: () => void }) => ReactNode;
}

/** The page of a plan about a person, for administrators. */
export function PersonPlanPage({ id, title, lead, done, children }: PersonPlanPageProps) {
  const text = useText();
  const navigate = useNavigate();
  const session = useSession();
  const person = useQuery(queries.person(id));
  if (person.isError) {
    return (
      <Page>
        <ErrorPage cause={person.error} level={1} onRetry={() => void person.refetch()} />
      </Page>
    );
  }
  if (!person.data) {
    return (
      <Page>
        <ListSkeleton label={text('people.page.loading')} rows={3} />
      </Page>
    );
  }
  const { name } = person.data;
  if (!session.can.managePeople) {
    return (
      <Page>
        <EmptyPage
          level={1}
          picture={<BareWeave />}
          title={text('people.plan.forbidden')}
          actions={<ButtonLink {...paths.person(id)}>{text('people.plan.see')}</ButtonLink>}
        >
          {text('people.plan.forbidden.body')}
        </EmptyPage>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead
        title={
          <PageTitle tab={text(title, { name })}>
            <Phrase id={title} values={{ name: <bdi key="name">{name}</bdi> }} />
          </PageTitle>
        }
        lead={text(lead)}
      />
      {children(person.data, {
        onApplied: () => {
          toastDone(text(done, { name }));
          void navigate({ ...paths.person(id), replace: true });
        },
        onCancel: () => void navigate(paths.person(id)),
      })}
    </Page>
  );
}
