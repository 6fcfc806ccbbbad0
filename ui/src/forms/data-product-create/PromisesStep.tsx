import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { queries } from '#/api/query';
import type { QualityDemand, QualityOutcome, QualitySeverity } from '#/api/types';
import type { FieldIssue } from '#/components/form/formState';
import { fieldId } from '#/components/form/issues';
import { useSettled } from '#/components/form/useSettled';
import { Kept } from '#/components/quality/Kept';
import classes from '#/components/quality/Quality.module.css';
import { ruleText } from '#/components/quality/RuleText';
import { checkRules, type OfferedRule, ruleId, standing } from '#/components/quality/rules';
import { Answer, Answers } from '#/components/wizard/Review';
import type { StepProps } from '#/components/wizard/wizard';
import { useFieldText } from '#/kit/problemText';
import { type TextOf, useText } from '#/messages';
import { useSuggestions } from './useSuggestions';
import type { DataValues } from './values';

/** How people call the columns. */
function namesOf({ columns }: Pick<DataValues, 'columns'>): (name: string) => string {
  const names = new Map(columns.map(({ name, businessName }) => [name, businessName]));
  return (name) => names.get(name) ?? name;
}

/** How a rule is called in a summary of issues; undefined for every other field. */
export function ruleName(path: string, values: DataValues, text: TextOf): string | undefined {
  if (path === 'rules') return text('quality.step');
  const index = /^rules\.(\d+)/.exec(path)?.[1];
  const rule = index === undefined ? undefined : values.rules[Number(index)];
  return rule && ruleText(rule.demand, namesOf(values), text);
}

/** How the file keeps every rule that holds together, whether it is promised or not. */
function useOutcomes({ file, intake, rules, columns }: DataValues) {
  const whole = (rule: OfferedRule) => checkRules([{ ...rule, taken: true }])['rules.0'] === undefined;
  const sound = standing(rules, columns).filter(whole);
  const asked = sound.map(({ demand, severity }) => ({ demand, severity }));
  const settled = useSettled(asked, JSON.stringify(asked));
  const checks = useQuery({
    ...queries.ruleChecks(file?.id ?? '', intake, settled),
    enabled: file !== null && settled.length > 0,
  });
  const byRule = new Map<string, QualityOutcome>();
  for (const outcome of checks.data?.outcomes ?? []) byRule.set(JSON.stringify(outcome.rule.demand), outcome);
  return { checks, of: ({ demand }: OfferedRule) => byRule.get(JSON.stringify(normal(demand))) };
}

/** A demand with its fields in the platform's order, so that both sides spell it alike. */
function normal(demand: QualityDemand): QualityDemand {
  switch (demand.kind) {
    case 'between':
      return { kind: 'between', column: demand.column, min: demand.min ?? null, max: demand.max ?? null };
    case 'row-count':
      return { kind: 'row-count', min: demand.min ?? null, max: demand.max ?? null };
    case 'one-of':
      return { kind: 'one-of', column: demand.column, values: demand.values };
    case 'not-empty':
      return { kind: 'not-empty', column: demand.column };
    case 'unique':
      return { kind: 'unique', columns: demand.columns };
    case 'matches':
      return { kind: 'matches', column: demand.column, pattern: demand.pattern };
    case 'max-length':
      return { kind: 'max-length', column: demand.column, length: demand.length };
  }
}

/** What could be promised of the rows, as sentences with how they keep it today. */
export function PromisesStep<V extends DataValues>({ form }: StepProps<V>) {
  const text = useText();
  const { values, patch } = form;
  const { rules } = values;
  useSuggestions(form);
  const { checks, of } = useOutcomes(values);
  const nameOf = namesOf(values);
  const change = (index: number, part: Partial<OfferedRule>) =>
    patch(
      (now) =>
        ({
          rules: now.rules.map((rule, at) => (at === index ? { ...rule, ...part } : rule)),
        }) as unknown as Partial<V>,
    );
  const there = new Set(standing(rules, values.columns));
  const left = [...there].filter(({ taken }) => !taken).length;
  const gone = rules.filter((rule) => rule.taken && !there.has(rule));
  return (
    <>
      <p className={classes.soft}>
        {text('quality.lead')}{' '}
        {checks.data && text(checks.data.whole ? 'quality.wholly' : 'quality.partly', { count: checks.data.rowsRead })}
      </p>
      <section className={classes.part} aria-labelledby={fieldId('rules')}>
        <div className={classes.bar}>
          <h2 id={fieldId('rules')} tabIndex={-1}>
            {text('quality.rules')}
          </h2>
          {left > 1 && (
            <Button
              variant="default"
              onClick={() =>
                patch(
                  (now) => ({ rules: now.rules.map((rule) => ({ ...rule, taken: true })) }) as unknown as Partial<V>,
                )
              }
            >
              {text('quality.takeAll', { count: there.size })}
            </Button>
          )}
        </div>
        {gone.length > 0 && (
          <p className={classes.soft} role="status">
            {text('quality.gone', { count: gone.length })}
          </p>
        )}
        {there.size === 0 && <p className={classes.soft}>{text('quality.none')}</p>}
        <ul className={classes.rules} aria-label={text('quality.rules')}>
          {rules.map(
            (rule, index) =>
              there.has(rule) && (
                <Rule
                  key={ruleId(rule.demand)}
                  path={`rules.${index}`}
                  rule={rule}
                  sentence={ruleText(rule.demand, nameOf, text)}
                  outcome={of(rule)}
                  issue={form.shown(`rules.${index}`)}
                  onChange={(part) => change(index, part)}
                />
              ),
          )}
        </ul>
      </section>
      <section className={classes.part} aria-labelledby="freshness">
        <h2 id="freshness">{text('quality.freshness')}</h2>
        <p className={classes.soft}>{text('quality.freshness.unmeasured')}</p>
      </section>
    </>
  );
}

interface RuleProps {
  path: string;
  rule: OfferedRule;
  sentence: string;
  outcome: QualityOutcome | undefined;
  issue: FieldIssue | undefined;
  onChange: (part: Partial<OfferedRule>) => void;
}

const bounded: readonly QualityDemand['kind'][] = ['between', 'row-count', 'one-of', 'max-length'];

function Rule({ path, rule, sentence, outcome, issue, onChange }: RuleProps) {
  const text = useText();
  const fieldText = useFieldText();
  const id = useId();
  const [opened, setOpened] = useState(false);
  const { demand, severity, taken } = rule;
  return (
    <li className={classes.rule} data-left={taken ? undefined : true}>
      <Checkbox
        id={fieldId(path)}
        mt={2}
        checked={taken}
        onChange={({ currentTarget }) => onChange({ taken: currentTarget.checked })}
        aria-labelledby={id}
      />
      <div>
        <span className={classes.sentence} id={id}>
          {sentence}
        </span>
        <div className={classes.under}>
          {outcome && <Kept outcome={{ ...outcome, rule: { demand, severity } }} />}
          {bounded.includes(demand.kind) && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
              aria-label={text(opened ? 'quality.close.rule' : 'quality.change.rule', { rule: sentence })}
            >
              {text(opened ? 'marks.close' : 'marks.change')}
            </Button>
          )}
        </div>
        {outcome !== undefined && outcome.examples.length > 0 && (
          <ul className={classes.examples} aria-label={text('quality.examples')}>
            {outcome.examples.map(({ row, value }) => (
              <li key={row}>
                {value === null ? text('quality.example.empty', { row }) : text('quality.example', { row, value })}
              </li>
            ))}
          </ul>
        )}
        {opened && <Bounds demand={demand} onChange={(changed) => onChange({ demand: changed, taken: true })} />}
        {issue && <p className={classes.issue}>{fieldText(issue)}</p>}
      </div>
      {taken && (
        <NativeSelect
          aria-label={text('quality.severity.of', { rule: sentence })}
          value={severity}
          onChange={({ currentTarget }) => onChange({ severity: currentTarget.value as QualitySeverity })}
          data={[
            { value: 'blocking', label: text('quality.severity.blocking') },
            { value: 'warning', label: text('quality.severity.warning') },
          ]}
        />
      )}
    </li>
  );
}

/** A bound as typed: nothing where nothing is. */
const typed = (value: string) => (value.trim() === '' ? null : value.trim());
const count = (value: string) => (/^\d{1,15}$/.test(value.trim()) ? Number(value.trim()) : null);

function Bounds({ demand, onChange }: { demand: QualityDemand; onChange: (demand: QualityDemand) => void }) {
  const text = useText();
  if (demand.kind === 'between') {
    return (
      <div className={classes.bounds}>
        <TextInput
          label={text('quality.bound.min')}
          value={demand.min ?? ''}
          onChange={({ currentTarget }) => onChange({ ...demand, min: typed(currentTarget.value) })}
        />
        <TextInput
          label={text('quality.bound.max')}
          value={demand.max ?? ''}
          onChange={({ currentTarget }) => onChange({ ...demand, max: typed(currentTarget.value) })}
        />
      </div>
    );
  }
  if (demand.kind === 'row-count') {
    return (
      <div className={classes.bounds}>
        <TextInput
          label={text('quality.bound.minRows')}
          inputMode="numeric"
          value={demand.min ?? ''}
          onChange={({ currentTarget }) => onChange({ ...demand, min: count(currentTarget.value) })}
        />
        <TextInput
          label={text('quality.bound.maxRows')}
          inputMode="numeric"
          value={demand.max ?? ''}
          onChange={({ currentTarget }) => onChange({ ...demand, max: count(currentTarget.value) })}
        />
      </div>
    );
  }
  if (demand.kind === 'max-length') {
    return (
      <div className={classes.bounds}>
        <TextInput
          label={text('quality.bound.length')}
          inputMode="numeric"
          value={demand.length}
          onChange={({ currentTarget }) => onChange({ ...demand, length: count(currentTarget.value) ?? 0 })}
        />
      </div>
    );
  }
  if (demand.kind === 'one-of') return <Values demand={demand} onChange={onChange} />;
  return null;
}

type Listed = Extract<QualityDemand, { kind: 'one-of' }>;

/** One value a line, so that values may hold commas. */
function Values({ demand, onChange }: { demand: Listed; onChange: (demand: QualityDemand) => void }) {
  const text = useText();
  const [adding, setAdding] = useState('');
  const add = () => {
    const value = adding.trim();
    if (value === '' || demand.values.includes(value)) return;
    onChange({ ...demand, values: [...demand.values, value] });
    setAdding('');
  };
  return (
    <div className={classes.part}>
      <ul className={classes.under} aria-label={text('quality.bound.values')} style={{ padding: 0, listStyle: 'none' }}>
        {demand.values.map((value) => (
          <li key={value}>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => onChange({ ...demand, values: demand.values.filter((each) => each !== value) })}
              aria-label={text('quality.bound.remove', { value })}
              rightSection={<span aria-hidden>×</span>}
            >
              {value}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.bounds}>
        <TextInput
          label={text('quality.bound.value')}
          value={adding}
          onChange={({ currentTarget }) => setAdding(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" onClick={add} disabled={adding.trim() === ''}>
          {text('quality.bound.add')}
        </Button>
      </div>
    </div>
  );
}

export function PromisesSummary({ values }: { values: DataValues }) {
  const text = useText();
  const taken = standing(values.rules, values.columns).filter((rule) => rule.taken);
  const nameOf = namesOf(values);
  const MOST = 4;
  return (
    <Answers>
      <Answer name={text('quality.rules')}>
        {taken.length === 0
          ? text('quality.summary.none')
          : taken
              .slice(0, MOST)
              .map(({ demand }) => ruleText(demand, nameOf, text))
              .join(' ')}
        {taken.length > MOST && ` ${text('quality.summary.more', { count: taken.length - MOST })}`}
      </Answer>
    </Answers>
  );
}
