import { Button } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import { isProblem } from '#/api/problem';
import type { AppliedPlan, PlanInput } from '#/api/types';
import type { FieldIssue, FieldIssues } from '#/components/form/formState';
import { issuesFrom } from '#/components/form/issues';
import { useSettled } from '#/components/form/useSettled';
import { ErrorPage } from '#/kit/ErrorPage';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import classes from './Plan.module.css';
import { PlanSentences } from './PlanSentences';

interface PlanFormProps {
  /** What is to be done, as far as it is chosen. */
  plan: PlanInput;
  /** The verb on the button. */
  action: string;
  danger?: boolean;
  /** What to know before, under the plan. */
  after?: ReactNode;
  /** Fields that are shown at their place; what is wrong with others stands under the plan. */
  fields: readonly string[];
  /** The fields, with what is wrong at each. */
  children: (issue: (path: string) => FieldIssue | undefined) => ReactNode;
  onApplied: (applied: AppliedPlan) => void;
  onCancel: () => void;
}

/** A change with consequences: its fields, what it will do while they are filled in, and the button that does it. */
export function PlanForm(props: PlanFormProps) {
  const { plan, action, danger = false, after, fields, children, onApplied, onCancel } = props;
  const text = useText();
  const fieldText = useFieldText();
  const queryClient = useQueryClient();
  const key = JSON.stringify(plan);
  const settled = useSettled(plan, key);
  const looked = useQuery({
    queryKey: ['plan', 'look', JSON.stringify(settled)],
    queryFn: ({ signal }) => actions.lookAtPlan(settled, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const heldId = useId();
  const [applying, setApplying] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [shown, setShown] = useState(false);
  const touched = useRef(key);
  const intent = useRef(newIntent());
  const issues: FieldIssues = useMemo(() => issuesFrom(looked.data?.fields ?? []), [looked.data]);
  // What is empty before anything was chosen is not a fault yet.
  const speaks = shown || touched.current !== key;
  const issue = (path: string) => (speaks ? issues[path] : undefined);
  const others = Object.entries(issues).filter(([path]) => !fields.includes(path));
  const settling = looked.isPlaceholderData || JSON.stringify(settled) !== key;
  const blocked = (looked.data?.fields.length ?? 0) > 0;

  const apply = async (event: FormEvent) => {
    event.preventDefault();
    setShown(true);
    if (applying || settling || blocked || looked.data === undefined) return;
    setApplying(true);
    setFailure(null);
    try {
      const applied = await actions.applyPlan(plan, looked.data.basis, { intent: intent.current });
      await queryClient.invalidateQueries({
        predicate: ({ queryKey: [first, second] }) => first !== 'session' && second !== 'look',
      });
      onApplied(applied);
    } catch (cause) {
      intent.current = newIntent();
      setFailure(cause);
      if (isProblem(cause, 'stale')) await looked.refetch();
      setApplying(false);
    }
  };

  if (looked.isError) {
    return <ErrorPage cause={looked.error} compact level={2} onRetry={() => void looked.refetch()} />;
  }
  // A plan that can't be applied yet would only tell half of what follows.
  const sentences = blocked ? [] : (looked.data?.sentences ?? []);
  const held = looked.data?.holdings ?? [];
  const aboutPerson = plan.kind === 'replace-person' || plan.kind === 'welcome-back';
  return (
    <form className={classes.root} onSubmit={(event) => void apply(event)} noValidate>
      <div className={classes.fields}>
        {children(issue)}
        {failure !== null &&
          (isProblem(failure, 'stale') ? <p role="alert">{text('plan.stale')}</p> : <ProblemAlert cause={failure} />)}
        <div className={classes.buttons}>
          <Button type="submit" loading={applying} color={danger ? 'red' : undefined}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text('kit.cancel')}
          </Button>
        </div>
      </div>
      <section className={classes.plan} aria-label={text('plan.title')} aria-busy={settling}>
        <h2 className={classes.title}>{text('plan.title')}</h2>
        {others.map(([path, each]) => (
          <p key={path} role="alert">
            {fieldText(each)}
          </p>
        ))}
        {sentences.length === 0 ? (
          <p className={classes.waiting}>{text('plan.nothing')}</p>
        ) : (
          <PlanSentences sentences={sentences} />
        )}
        {held.length > 0 && (
          <section aria-labelledby={heldId}>
            <h3 className={classes.subtitle} id={heldId}>
              {text(aboutPerson ? 'plan.holdings.person' : 'plan.holdings')}
            </h3>
            <ul className={classes.holdings}>
              {held.map(({ code, count }) => (
                <li key={code}>{text(`plan.holding.${code}`, { count })}</li>
              ))}
            </ul>
          </section>
        )}
        {after !== undefined && <p className={classes.after}>{after}</p>}
      </section>
    </form>
  );
}
