import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { failureOf, queries } from '#/api/query';
import type { AppliedPlan, Domain } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { toastDone } from '#/kit/toast';
import { type MessageId, Phrase, useText } from '#/messages';
import { paths } from '#/paths';

interface PlanPageProps {
  slug: string;
  title: MessageId;
  lead: MessageId;
  /** Told when it is done; the domain may be called otherwise by then. */
  done: MessageId;
  children: (domain: Domain, end: { onApplied: (applied: AppliedPlan) => void; onCancel: () => void }) => ReactNode;
}

/** The page of a plan about a domain, for those who may make one. */
export function PlanPage({ slug, title, lead, done, children }: PlanPageProps) {
  const text = useText();
  const navigate = useNavigate();
  const domain = useQuery(queries.domain(slug));
  if (failureOf(domain) !== null) {
    return (
      <Page>
        <ErrorPage cause={domain.error} level={1} onRetry={() => void domain.refetch()} />
      </Page>
    );
  }
  if (!domain.data) {
    return (
      <Page>
        <ListSkeleton label={text('domain.page.loading')} rows={3} />
      </Page>
    );
  }
  const { id, name, can } = domain.data;
  if (!can.edit) {
    return (
      <Page>
        <EmptyPage
          level={1}
          kind="closed"
          title={text('domain.plan.forbidden')}
          actions={<ButtonLink {...paths.domain(slug)}>{text('domain.create.next.see')}</ButtonLink>}
        >
          {text('domain.edit.forbidden.body', { owners: domain.data.owners.map((owner) => owner.name).join(', ') })}
        </EmptyPage>
      </Page>
    );
  }
  // An id leads to the domain whatever it is called by the time the plan was applied.
  const leave = () => void navigate(paths.domain(slug));
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
      {children(domain.data, {
        onApplied: ({ plan }) => {
          toastDone(text(done, { name: plan.kind === 'rename-domain' ? plan.name : name }));
          void navigate({ ...paths.domain(id), replace: true });
        },
        onCancel: leave,
      })}
    </Page>
  );
}
