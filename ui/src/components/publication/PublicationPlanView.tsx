import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { actions } from '#/api/actions';
import { isProblem } from '#/api/problem';
import type { PlanSentence, PublicationInput } from '#/api/types';
import type { FieldIssues } from '#/components/form/formState';
import { issuesFrom } from '#/components/form/issues';
import { PlanList } from '#/components/wizard/PlanList';
import wizard from '#/components/wizard/Wizard.module.css';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { type MessageId, Phrase, useText } from '#/messages';
import { PolicyFindings } from './PolicyFindings';

const TYPES = ['boolean', 'integer', 'decimal', 'number', 'string', 'date', 'timestamp', 'binary'] as const;

export function PlanSentenceText({ code, params }: PlanSentence) {
  const text = useText();
  const values = Object.entries(params).map(([key, value]) => {
    if (typeof value === 'number') return [key, value] as const;
    const type = key === 'before' || key === 'after' ? TYPES.find((known) => known === value) : undefined;
    const shown = type === undefined ? value : text(`table.type.${type}`).toLocaleLowerCase();
    return [
      key,
      <strong key={key}>
        <bdi>{shown}</bdi>
      </strong>,
    ] as const;
  });
  return <Phrase id={`product.plan.${code}` satisfies MessageId} values={Object.fromEntries(values)} />;
}

/** What publishing would do; the platform compares a new version row by row. */
export function usePublicationPlan(input: PublicationInput | null) {
  return useQuery({
    queryKey: ['publication-plan', input],
    queryFn: ({ signal }) => {
      if (input === null) throw new Error('planned without a file');
      return actions.planPublication(input, signal);
    },
    enabled: input !== null,
    staleTime: 0,
    retry: false,
  });
}

interface PublicationPlanViewProps {
  input: PublicationInput | null;
  tell: (issues: FieldIssues) => void;
}

/** What publishing would do, as the platform plans it now. */
export function PublicationPlanView({ input, tell }: PublicationPlanViewProps) {
  const text = useText();
  const plan = usePublicationPlan(input);
  // Some input is told with a plan, some is refused without one.
  const fields = plan.data?.fields ?? (isProblem(plan.error) ? plan.error.fields : undefined);
  useEffect(() => {
    if (fields) tell(issuesFrom(fields, 'dataProduct'));
  }, [fields, tell]);
  if (plan.isError) return <ProblemAlert cause={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) {
    return (
      <div role="status" aria-label={text('wizard.review.planLoading')}>
        <h2 className={wizard.asideTitle}>{text('wizard.review.plan')}</h2>
        <Skeleton height={160} mt="sm" radius="lg" />
      </div>
    );
  }
  return (
    <>
      <PolicyFindings findings={plan.data.policies} fields={plan.data.fields} />
      <PlanList
        sentences={plan.data.sentences.map((sentence, index) => ({
          key: `${sentence.code}-${index}`,
          sentence: <PlanSentenceText {...sentence} />,
        }))}
      />
    </>
  );
}
