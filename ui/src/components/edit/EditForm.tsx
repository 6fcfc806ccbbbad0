import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { asProblem, isProblem } from '#/api/problem';
import { type FieldIssues, type Form, useForm } from '#/components/form/formState';
import { IssueSummary } from '#/components/form/IssueSummary';
import { issuesFrom } from '#/components/form/issues';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import classes from './EditForm.module.css';
import { type Difference, type Side, StaleChoice } from './StaleChoice';

/** A thing's editable values and the revision that they were read at. */
export interface Read<V> {
  values: V;
  revision: number;
}

/** One value of a form as a person compares it. */
export interface ComparedField {
  path: string;
  label: string;
  shown: string;
}

interface EditFormProps<V extends object> {
  read: Read<V>;
  check: (values: V) => FieldIssues;
  /** Every editable field; both versions of a stale edit are compared by it. */
  compare: (values: V) => readonly ComparedField[];
  /** Their version with the fields of `mine` for which `side` says so. */
  merge: (mine: V, theirs: V, side: (path: string) => Side) => V;
  fieldName: (path: string) => string;
  onSave: (values: V, revision: number) => Promise<void>;
  /** What is saved now, after somebody else's save. */
  readAgain: () => Promise<Read<V>>;
  onCancel: () => void;
  /** The verb on the button when the form makes something new. */
  saveLabel?: string;
  children: (form: Form<V> & { setRemote(issues: FieldIssues): void }) => ReactNode;
}

interface Stale<V> {
  theirs: Read<V>;
  differences: readonly Difference[];
  sides: Record<string, Side>;
}

/** An edit page's form: saves against the revision it was read at, and never loses either side of a stale edit. */
export function EditForm<V extends object>(props: EditFormProps<V>) {
  const { read, check, compare, merge, fieldName, onSave, readAgain, onCancel, saveLabel, children } = props;
  const text = useText();
  const [base, setBase] = useState(read);
  const form = useForm<V>(base.values, check);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [refused, setRefused] = useState(false);
  const [stale, setStale] = useState<Stale<V> | null>(null);
  const saved = useRef(false);
  const summary = useRef<HTMLDivElement>(null);
  const changed = JSON.stringify(form.values) !== JSON.stringify(base.values);
  const blocker = useBlocker({
    shouldBlockFn: () => changed && !saved.current,
    enableBeforeUnload: () => changed && !saved.current,
    withResolver: true,
  });

  const compareWith = (theirs: Read<V>, mine: V): Stale<V> => {
    const before = new Map(compare(base.values).map(({ path, shown }) => [path, shown]));
    const others = new Map(compare(theirs.values).map(({ path, shown }) => [path, shown]));
    const differences = compare(mine).flatMap(({ path, label, shown }) => {
      const other = others.get(path);
      return other === undefined || other === shown ? [] : [{ path, label, mine: shown, theirs: other }];
    });
    // What I didn't touch is theirs to say.
    const sides = differences.map(({ path, mine: shown }) => [path, before.get(path) === shown ? 'theirs' : 'mine']);
    return { theirs, differences, sides: Object.fromEntries(sides) as Record<string, Side> };
  };

  const save = async (values: V, revision: number) => {
    if (saving) return;
    setSaving(true);
    setFailure(null);
    // The page is left as soon as the save is answered; that is no loss to warn of.
    saved.current = true;
    try {
      await onSave(values, revision);
    } catch (cause) {
      saved.current = false;
      if (isProblem(cause, 'stale')) {
        await readAgain().then(
          (theirs) => setStale(compareWith(theirs, values)),
          (again: unknown) => setFailure(again),
        );
      } else {
        const problem = asProblem(cause);
        form.refuse(issuesFrom(problem.fields));
        setRefused(problem.fields.length > 0);
        setFailure(problem.fields.length > 0 ? null : problem);
      }
    }
    setSaving(false);
  };

  const submit = () => {
    const issues = Object.keys(form.issues);
    setRefused(issues.length > 0);
    if (issues.length > 0) {
      form.reveal(issues);
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    void save(form.values, base.revision);
  };

  const resolve = () => {
    if (stale === null) return;
    const merged = merge(form.values, stale.theirs.values, (path) => stale.sides[path] ?? 'theirs');
    form.replace(merged);
    setBase(stale.theirs);
    setStale(null);
    void save(merged, stale.theirs.revision);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };

  return (
    <>
      {stale === null ? (
        <form
          className={classes.form}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            submit();
          }}
        >
          <IssueSummary ref={summary} issues={refused ? Object.entries(form.issues) : []} nameOf={fieldName} />
          {failure !== null && <ProblemAlert cause={failure} />}
          {children(form)}
          <div className={classes.bar}>
            <Button type="submit" loading={saving} disabled={!changed}>
              {saveLabel ?? text('wizard.edit.save')}
            </Button>
            <Button variant="default" onClick={onCancel}>
              {text('wizard.edit.cancel')}
            </Button>
            {!changed && saveLabel === undefined && (
              <span className={classes.unchanged}>{text('wizard.edit.unchanged')}</span>
            )}
          </div>
        </form>
      ) : (
        <StaleChoice
          differences={stale.differences}
          sides={stale.sides}
          onChoose={(sides) => setStale({ ...stale, sides })}
          onSave={resolve}
          saving={saving}
        />
      )}
      <Modal
        opened={blocker.status === 'blocked'}
        onClose={() => blocker.reset?.()}
        title={text('wizard.edit.blocked.title')}
        closeButtonProps={{ 'aria-label': text('kit.close') }}
      >
        <p style={{ marginTop: 0 }}>{text('wizard.edit.blocked.body')}</p>
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {text('wizard.edit.leave')}
          </Button>
          <Button onClick={() => blocker.reset?.()} data-autofocus>
            {text('wizard.edit.stay')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
