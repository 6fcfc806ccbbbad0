import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import type { AppliedPlan, PlanInput } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { toastDone } from '#/kit/toast';
import { Phrase, useText } from '#/messages';
import classes from './Plan.module.css';
import { PlanSentences } from './PlanSentences';

const SHOWN_MS = 7 * 24 * 60 * 60 * 1000;

interface RecentPlanProps {
  /** The domain or person that the plan is about. */
  subject: string;
  /** Leads to the page of the opposite plan. */
  opposite: (plan: PlanInput) => ReactNode;
}

/** The last plan about a thing, for a week: undone in one step as long as nothing it touched has changed since. */
export function RecentPlan({ subject, opposite }: RecentPlanProps) {
  const plans = useQuery(queries.plans(subject));
  const last = plans.data?.[0];
  if (last === undefined || last.undoneAt !== null) return null;
  if (Date.now() - Date.parse(last.appliedAt) > SHOWN_MS) return null;
  return <LastPlan plan={last} opposite={opposite} />;
}

function LastPlan({ plan, opposite }: { plan: AppliedPlan; opposite: RecentPlanProps['opposite'] }) {
  const text = useText();
  const queryClient = useQueryClient();
  const [undoing, setUndoing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { undo } = plan;
  const back = undo.opposite === null ? null : opposite(undo.opposite);
  const undoIt = async () => {
    setUndoing(true);
    setFailure(null);
    try {
      await actions.undoPlan(plan.id);
      await queryClient.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' });
      toastDone(text('plan.undone'));
    } catch (cause) {
      setFailure(cause);
    } finally {
      setUndoing(false);
    }
  };
  return (
    <section className={classes.recent} aria-label={text('plan.recent')}>
      <div className={classes.recentHead}>
        <p>
          <Phrase
            id={`plan.recent.${plan.plan.kind}`}
            values={{
              person: <bdi key="person">{plan.appliedBy.name}</bdi>,
              when: <Ago key="when" value={plan.appliedAt} />,
            }}
          />
        </p>
        {undo.possible && (
          <Button
            variant="default"
            size="sm"
            loading={undoing}
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => void undoIt()}
          >
            {text('plan.undo')}
          </Button>
        )}
        {!undo.possible && back}
      </div>
      {!undo.possible && (
        <p>
          <Phrase
            id="plan.changedSince"
            values={{
              count: undo.changed.length,
              names: (
                <span key="names">
                  {undo.changed.slice(0, 3).map(({ id, name }, place) => (
                    <bdi key={id}>
                      {place > 0 && ', '}
                      {name}
                    </bdi>
                  ))}
                </span>
              ),
            }}
          />
        </p>
      )}
      {failure !== null && <ProblemAlert cause={failure} />}
      <details>
        <summary>{text('plan.whatHappened')}</summary>
        <PlanSentences sentences={plan.sentences} />
      </details>
    </section>
  );
}
