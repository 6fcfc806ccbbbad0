import { Button, Kbd, Title } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { client, unwrap } from '#/api/client';
import { asProblem } from '#/api/problem';
import type { Draft } from '#/api/types';
import { NAME_MAX } from '#/components/form/checks';
import { belongsTo, issuesOf, useForm } from '#/components/form/formState';
import { IssueSummary } from '#/components/form/IssueSummary';
import { fieldId, issuesFrom } from '#/components/form/issues';
import { hasNavigated } from '#/kit/navigated';
import { useTabTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import { ConflictBar } from './ConflictBar';
import { Review } from './Review';
import { withMemory } from './resume/remembered';
import { SinceNotice } from './resume/SinceNotice';
import { useResumed } from './resume/useResumed';
import { SavedAgo } from './SavedAgo';
import { type ListedStep, StepList } from './StepList';
import { useControlEnter } from './useControlEnter';
import { useDraftSaver } from './useDraftSaver';
import classes from './Wizard.module.css';
import { REVIEW, type WizardDefinition } from './wizard';

/** Where in a wizard one is; the page keeps it in the address. */
export interface WizardPlace {
  step?: string | undefined;
  draft?: string | undefined;
}

export interface WizardProps<V extends object> {
  wizard: WizardDefinition<V>;
  /** The stored draft to go on with, or null to begin. */
  draft: Draft | null;
  /** What is already known when one begins, such as a file that was dropped. */
  start?: Partial<V> | undefined;
  place: WizardPlace;
  onPlace: (place: WizardPlace, how: { replace: boolean }) => void;
  /** Does what the wizard is for; what it throws is told on the review. */
  onFinish: (values: V, draftId: string | null) => Promise<void>;
  onClose: () => void;
}

/** As much of a title as the platform takes, cut between characters. */
function titleOf(title: string): string {
  return [...title.replaceAll('\0', '')].slice(0, NAME_MAX).join('');
}

/** Only what is really given: an absent search parameter must not erase a draft's value. */
function given<V extends object>(start: Partial<V> | undefined): Partial<V> {
  return Object.fromEntries(Object.entries(start ?? {}).filter(([, value]) => value !== undefined)) as Partial<V>;
}

/** The whole page of a wizard: navigation, validation, autosave, review. */
export function Wizard<V extends object>(props: WizardProps<V>) {
  const { wizard, draft, start, place, onPlace, onFinish, onClose } = props;
  const text = useText();
  const { saver, save } = useDraftSaver<V>(wizard.kind, draft);
  const ids = [...wizard.steps.map((step) => step.id), REVIEW];
  const at = Math.max(0, ids.indexOf(place.step ?? draft?.step ?? ''));
  const stepId = ids[at] ?? REVIEW;
  const step = wizard.steps[at];
  const here = useRef(stepId);
  here.current = stepId;

  const content = (values: V) => {
    memoryOwed.current = true;
    const title = titleOf(wizard.draftTitle(values));
    return { title, step: here.current, values: withMemory(values, resumed.memory) };
  };
  const [initial] = useState<V>(() => ({ ...(draft ? wizard.revive(draft.values) : wizard.initial), ...given(start) }));
  const form = useForm<V>(initial, wizard.check, (values) => saver.change(content(values)));
  wizard.useRemote?.(form, form.setRemote);
  const present = wizard.usePresent(form.values);
  const resumed = useResumed(draft, present);
  const memoryOwed = useRef(false);

  const [failure, setFailure] = useState<unknown>(null);
  const [finishing, setFinishing] = useState(false);
  const [reached, setReached] = useState(draft ? ids.length - 1 : at);
  const heading = useRef<HTMLHeadingElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const sought = useRef<string | null>(null);
  const [refusedAt, setRefusedAt] = useState<string | null>(null);
  useTabTitle(text('wizard.tab', { wizard: text(wizard.title), step: text(step?.title ?? 'wizard.review.title') }));

  // The address follows the draft as soon as it exists, so that a reload finds it again.
  useEffect(() => {
    if (save.draftId !== null && save.draftId !== place.draft && !finishing) {
      onPlace({ ...place, draft: save.draftId }, { replace: true });
    }
  }, [save.draftId, place, onPlace, finishing]);

  // What was brought along to a draft is a change of it like any typed one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the wizard was opened with
  useEffect(() => {
    if (draft !== null && Object.keys(given(start)).length > 0) saver.change(content(initial));
  }, []);

  // What is typed is saved before the platform has told what it refers to; that is kept as soon as it is known.
  const memoryKept = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed and what it refers to
  useEffect(() => {
    const memory = JSON.stringify(resumed.memory);
    if (present === null || !memoryOwed.current) return;
    if (memory !== memoryKept.current) saver.change(content(form.values));
    memoryKept.current = memory;
    memoryOwed.current = false;
  }, [form.values, present, resumed.memory]);

  const firstStep = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step's arrival is what its id tells
  useEffect(() => {
    setRefusedAt(null);
    setReached((before) => Math.max(before, at));
    const field = sought.current === null ? null : document.getElementById(fieldId(sought.current));
    sought.current = null;
    if (field !== null) field.focus();
    else if (!firstStep.current || hasNavigated()) heading.current?.focus();
    firstStep.current = false;
    // Where one is belongs to the draft, but is no reason to begin one.
    if (saver.state().draftId !== null) saver.change(content(form.values));
  }, [stepId]);

  const issuesIn = (index: number) => issuesOf(form.issues, wizard.steps[index]?.fields ?? []);
  const firstIncomplete = wizard.steps.findIndex((_, index) => issuesIn(index).length > 0);
  const furthest = firstIncomplete === -1 ? ids.length - 1 : firstIncomplete;

  const go = (id: string) => onPlace({ ...place, step: id }, { replace: false });

  /** Leads to a field, on whichever step it stands. */
  const seek = (path: string) => {
    const target = stepOf(path);
    if (target === undefined || target.id === stepId) {
      document.getElementById(fieldId(path))?.focus();
      return;
    }
    sought.current = path;
    go(target.id);
  };

  const acknowledge = () => {
    memoryOwed.current = true;
    resumed.acknowledge();
    heading.current?.focus();
  };

  const next = async () => {
    if (finishing) return;
    if (step) {
      if (issuesIn(at).length === 0) {
        go(ids[at + 1] ?? REVIEW);
        return;
      }
      form.reveal(step.fields);
      setRefusedAt(step.id);
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    if (firstIncomplete !== -1) {
      form.reveal(wizard.steps.flatMap((each) => each.fields));
      setRefusedAt(REVIEW);
      requestAnimationFrame(() => summary.current?.focus());
      return;
    }
    setFailure(null);
    setFinishing(true);
    await saver.flush();
    saver.close();
    try {
      await onFinish(form.values, saver.state().draftId);
    } catch (cause) {
      saver.open();
      const problem = asProblem(cause);
      const found = issuesFrom(problem.fields, wizard.pointerBase);
      form.refuse(found);
      // A field that no step asks for can't be corrected at one; then the problem itself must be told.
      const correctable =
        Object.keys(found).length > 0 && Object.keys(found).every((path) => stepOf(path) !== undefined);
      if (correctable) setRefusedAt(REVIEW);
      else setFailure(problem);
      setFinishing(false);
    }
  };

  const leave = async (leaveTo: (draftId: string | null) => void) => {
    const { draftId, phase } = await saver.flush();
    // The bottom bar says why it isn't saved; whoever wants to leave all the same can say so then.
    if (phase !== 'failed' && phase !== 'conflict') leaveTo(draftId);
  };

  const unsaved = save.phase === 'failed' || save.phase === 'conflict';
  const close = () => (unsaved ? onClose() : void leave(onClose));

  const takeTheirs = async () => {
    const id = save.draftId;
    if (id === null) return;
    const theirs = await unwrap(client.GET('/api/v1/drafts/{id}', { params: { path: { id } } }));
    form.replace(wizard.revive(theirs.values));
    saver.takeTheirs({ id, revision: theirs.revision, savedAt: new Date(theirs.updatedAt) });
  };

  useControlEnter(() => void next());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void next();
  };

  const listed: ListedStep[] = ids.map((id, index) => ({
    id,
    title: text(wizard.steps[index]?.title ?? 'wizard.review.title'),
    state:
      index === at
        ? 'current'
        : index > reached || index === ids.length - 1
          ? 'ahead'
          : issuesIn(index).length === 0
            ? 'done'
            : index < at || index < reached
              ? 'attention'
              : 'ahead',
    reachable: index <= Math.max(at, furthest),
  }));
  const revealed =
    refusedAt === REVIEW
      ? wizard.steps.flatMap((_, index) => issuesIn(index))
      : refusedAt === stepId
        ? issuesIn(at)
        : [];
  const nameOf = (path: string) => wizard.fieldName(path, form.values, text);
  const stepOf = (path: string) => wizard.steps.find(({ fields }) => fields.some((field) => belongsTo(path, field)));
  const Aside = step?.Aside ?? wizard.Card;
  const wide = step?.wide === true;

  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <span className={classes.thread} aria-hidden />
        <span className={classes.topTitle}>{text(wizard.title)}</span>
        <Button
          variant="subtle"
          color="gray"
          c="var(--sv-text)"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={close}
        >
          {text(unsaved ? 'wizard.edit.leave' : save.draftId === null ? 'wizard.close' : 'wizard.closeAndKeep')}
        </Button>
      </header>
      <StepList steps={listed} onGo={go} />
      <main className={classes.main} data-wide={wide || undefined}>
        <form className={classes.step} onSubmit={onSubmit} noValidate id="wizard-step">
          <SinceNotice
            changes={resumed.changes}
            since={resumed.since}
            nameOf={nameOf}
            onGo={seek}
            onAcknowledge={acknowledge}
          />
          <Title order={1} ref={heading} tabIndex={-1} className={classes.question}>
            {text(step?.question ?? 'wizard.review.question')}
          </Title>
          <IssueSummary
            ref={summary}
            issues={revealed}
            nameOf={nameOf}
            onGo={(path) => {
              const target = stepOf(path);
              if (target && target.id !== stepId) go(target.id);
            }}
          />
          {failure !== null && <ProblemAlert cause={failure} />}
          <div className={classes.body}>
            {step ? <step.Step form={form} leave={leave} /> : <Review wizard={wizard} values={form.values} onGo={go} />}
          </div>
        </form>
        {!wide && (
          <aside className={classes.aside} aria-label={text('wizard.aside')}>
            <div className={classes.asideInner}>
              {step ? <Aside form={form} /> : <wizard.Plan values={form.values} tell={form.setRemote} />}
            </div>
          </aside>
        )}
      </main>
      <footer className={classes.bar}>
        {save.phase === 'conflict' && (
          <ConflictBar
            onMine={() => void saver.keepMine(content(form.values))}
            onTheirs={() => void takeTheirs().catch(setFailure)}
          />
        )}
        <div className={classes.barRow}>
          {at > 0 && (
            <Button
              variant="default"
              leftSection={<IconArrowLeft size={16} aria-hidden />}
              onClick={() => go(ids[at - 1] ?? stepId)}
            >
              {text('wizard.back')}
            </Button>
          )}
          <SavedAgo save={save} onRetry={() => void saver.flush()} />
          <span className={classes.barSpace} />
          <span className={classes.keys} aria-hidden>
            <Kbd>{text('wizard.keys.ctrl')}</Kbd> <Kbd>{text('wizard.keys.enter')}</Kbd>
          </span>
          <Button type="submit" form="wizard-step" size="md" loading={finishing}>
            {text(step ? 'wizard.next' : wizard.finish)}
          </Button>
        </div>
      </footer>
    </div>
  );
}
