import { useParams } from '@tanstack/react-router';
import { PlanForm } from '#/components/plan/PlanForm';
import { useText } from '#/messages';
import { PlanPage } from './PlanPage';

export function DomainReopenPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/domains/$slug/reopen' });
  return (
    <PlanPage slug={slug} title="domain.reopen.title" lead="domain.reopen.lead" done="domain.reopen.done">
      {(domain, end) => (
        <PlanForm
          plan={{ kind: 'reopen-domain', domainId: domain.id }}
          action={text('domain.reopen.action')}
          after={text('plan.after')}
          fields={[]}
          {...end}
        >
          {() => null}
        </PlanForm>
      )}
    </PlanPage>
  );
}
