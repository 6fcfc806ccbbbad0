import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { readingOf } from '#/components/file/intake/choices';
import { ChoiceCards } from '#/components/form/ChoiceCards';
import type { FieldIssues } from '#/components/form/formState';
import { fieldId, issuesFrom } from '#/components/form/issues';
import { usePublicationPlan } from '#/components/publication/PublicationPlanView';
import { Answer, Answers } from '#/components/wizard/Review';
import type { StepProps } from '#/components/wizard/wizard';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import { Comparing, Comparison, Counts, KeyProblems, warningsOf } from './Comparison';
import classes from './Comparison.module.css';
import { useCompared } from './compared';
import { type Mode, modes, type VersionValues, versionInput } from './values';

/** Names of columns whose values were all different and never missing in the current version. */
function useUnique({ id, currentVersion }: DataProduct): readonly string[] {
  const profile = useQuery({
    ...queries.productProfile(id, currentVersion?.number ?? 0),
    enabled: currentVersion !== null,
  });
  return useMemo(() => {
    const rows = currentVersion?.rowCount ?? 0;
    const columns = rows > 1 ? (profile.data?.columns ?? []) : [];
    return columns
      .filter(({ distinct, missing }) => missing.count === 0 && (distinct.count ?? 0) >= rows)
      .map(({ name }) => name);
  }, [profile.data, currentVersion]);
}

/** What would change: nothing is asked while the file or the key is still to be chosen. */
export function useComparison(values: VersionValues) {
  const { how, file, intake, columnsOf, asks } = values;
  const keyed = how.mode !== 'merge' || how.key.length > 0;
  const read = file !== null && columnsOf === readingOf(file.id, intake) && asks.length === 0;
  // Rows are compared whatever their columns are called.
  return usePublicationPlan(keyed && read ? versionInput({ ...values, columns: [] }, null) : null);
}

/** Tells the form what keeps the rows from being published like that. Answers whether nothing does, once it is known. */
export function useHowIssues(values: VersionValues, tell: (issues: FieldIssues) => void): boolean | null {
  const plan = useComparison(values);
  const fields = plan.data?.fields;
  useEffect(() => {
    if (fields) tell(issuesFrom(fields.filter(({ pointer }) => pointer.startsWith('/how/'))));
  }, [fields, tell]);
  if (plan.isError) return false;
  return fields === undefined ? null : fields.length === 0;
}

export function RowsStep({ form }: StepProps<VersionValues>) {
  const text = useText();
  const { product } = useCompared();
  const unique = useUnique(product);
  const { how } = form.values;
  const plan = useComparison(form.values);
  const { number = 1, rowCount = 0, how: before } = product.currentVersion ?? {};
  const { key } = how;
  const told = plan.data?.comparison;
  const choose = (mode: Mode) => {
    if (mode === how.mode) return;
    const first = before?.mode === 'merge' ? before.key : unique.slice(0, 1);
    form.set('how', { mode, key: mode === 'merge' ? [...first] : [] });
  };
  return (
    <div className={classes.step}>
      <ChoiceCards
        path="how.mode"
        label={text('versions.present', { number, rows: rowCount })}
        help={text('versions.present.help')}
        choices={modes.map((mode) => ({
          value: mode,
          title: text(`versions.mode.${mode}.title`),
          body: text(`versions.mode.${mode}.body`),
          ...(number > 1 && before?.mode === mode ? { example: text('versions.asBefore') } : {}),
        }))}
        value={how.mode}
        onChoose={choose}
      />
      {how.mode === 'merge' && (
        <KeyField form={form} unique={unique}>
          {told && <KeyProblems told={told} />}
        </KeyField>
      )}
      {plan.isError ? (
        <ProblemAlert cause={plan.error} onRetry={() => void plan.refetch()} />
      ) : told ? (
        told.keyProblemCount === 0 && <Comparison told={told} mode={how.mode} />
      ) : (
        plan.isFetching && (how.mode !== 'merge' || key.length > 0) && <Comparing number={number} />
      )}
    </div>
  );
}

interface KeyFieldProps {
  form: StepProps<VersionValues>['form'];
  unique: readonly string[];
  /** What the chosen key doesn't hold for. */
  children: ReactNode;
}

/** The columns that tell one row from another; those that did so far come first. */
function KeyField({ form, unique, children }: KeyFieldProps) {
  const text = useText();
  const fieldText = useFieldText();
  const { product } = useCompared();
  const key = form.values.how.key;
  const known = new Set(product.outputPort.columns.map(({ name }) => name));
  const offered = form.values.columns
    .filter(({ name }) => known.has(name))
    .sort((a, b) => Number(unique.includes(b.name)) - Number(unique.includes(a.name)));
  const issue = form.shown('how.key');
  return (
    <fieldset className={classes.keys} aria-describedby={issue === undefined ? undefined : 'versions-key-issue'}>
      <legend>{text('versions.key')}</legend>
      <p className={classes.soft}>{text('versions.key.help')}</p>
      <div className={classes.keyList}>
        {offered.map(({ name, businessName }, index) => (
          <Checkbox
            key={name}
            id={index === 0 ? fieldId('how.key') : undefined}
            label={<bdi>{businessName}</bdi>}
            description={unique.includes(name) ? text('versions.key.unique') : undefined}
            checked={key.includes(name)}
            onChange={({ currentTarget }) =>
              form.set('how', {
                mode: 'merge',
                key: currentTarget.checked ? [...key, name] : key.filter((other) => other !== name),
              })
            }
          />
        ))}
      </div>
      {issue !== undefined && (
        <p className={classes.issue} id="versions-key-issue" role="alert">
          {issue.code === 'required'
            ? text('versions.key.none')
            : issue.code === 'unknown'
              ? text('versions.key.unknown')
              : issue.code === 'not_allowed'
                ? null
                : fieldText(issue)}
        </p>
      )}
      {children}
    </fieldset>
  );
}

export function RowsSummary({ values }: { values: VersionValues }) {
  const text = useText();
  const plan = useComparison(values);
  const { how, columns } = values;
  const { number = 1, how: before } = useCompared().product.currentVersion ?? {};
  const asBefore = number > 1 && before?.mode === how.mode && before.key.join() === how.key.join();
  const mode = how.mode;
  const told = plan.data?.comparison;
  const named = how.key.map((name) => columns.find((column) => column.name === name)?.businessName ?? name);
  const warnings = told ? warningsOf(told) : [];
  return (
    <Answers>
      <Answer name={text('versions.summary.mode')}>
        {text(`versions.mode.${mode}.title`)}
        {asBefore && <span style={{ color: 'var(--sv-text-soft)' }}> · {text('versions.asBefore')}</span>}
      </Answer>
      {mode === 'merge' && (
        <Answer name={text('versions.summary.key')}>
          <bdi>{named.join(' · ')}</bdi>
        </Answer>
      )}
      {told && (
        <Answer name={text('versions.summary.changes')}>
          <Counts told={told} mode={mode} />
        </Answer>
      )}
      {warnings.length > 0 && <Answer name={text('versions.summary.warnings')}>{warnings}</Answer>}
    </Answers>
  );
}
