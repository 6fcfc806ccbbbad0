import type { ComponentType } from 'react';
import type { DraftKind } from '#/api/types';
import type { FieldIssues, Form } from '#/components/form/formState';
import type { MessageId, TextOf } from '#/messages';
import type { Remembered } from './resume/remembered';

export interface StepProps<V extends object> {
  form: Form<V>;
  /** Leads elsewhere once what was typed is saved; `go` gets the draft to come back to. */
  leave: (go: (draftId: string | null) => void) => Promise<void>;
}

/** One question of a wizard. */
export interface WizardStep<V extends object> {
  /** Stands in the address. */
  id: string;
  /** Short, for the list of steps. */
  title: MessageId;
  /** The question itself, for the step's heading. */
  question: MessageId;
  /** The fields that this step answers for. */
  fields: readonly (keyof V & string)[];
  Step: ComponentType<StepProps<V>>;
  /** The answers in the review, as names and values. */
  Summary: ComponentType<{ values: V }>;
  /** What this step shows at the right; the wizard's card where it has none of its own. */
  Aside?: ComponentType<{ form: Form<V> }>;
  /** The step needs the whole width: no card at the right. */
  wide?: boolean;
}

/** A wizard: one form of one values type, asked for in steps and reviewed before anything happens. */
export interface WizardDefinition<V extends object> {
  kind: DraftKind;
  title: MessageId;
  steps: readonly WizardStep<V>[];
  initial: V;
  /** The values of a stored draft; whatever an older version left out or spelt differently falls back to `initial`. */
  revive: (stored: Readonly<Record<string, unknown>>) => V;
  check: (values: V) => FieldIssues;
  /** How the draft is listed. */
  draftTitle: (values: V) => string;
  /** What others will see, while it is typed. */
  Card: ComponentType<{ form: Form<V> }>;
  /** Asks the platform about what is typed and tells the form; called on every render. */
  useRemote?: (form: Form<V>, tell: (issues: FieldIssues) => void) => void;
  /** What the values refer to, as it stands now, for whoever comes back to them; called on every render. */
  usePresent: (values: V) => readonly Remembered[] | null;
  /** The plan in plain words, on the review. */
  Plan: ComponentType<{ values: V; tell: (issues: FieldIssues) => void }>;
  /** How a field is called in a summary of issues. */
  fieldName: (path: string, values: V, text: TextOf) => string;
  finish: MessageId;
  /** `/dataProduct/name` of a refusal is the form's `name`. */
  pointerBase?: string;
}

export const REVIEW = 'review';

/** Text out of a stored draft. */
export function storedText(stored: Readonly<Record<string, unknown>>, key: string, otherwise = ''): string {
  const value = stored[key];
  return typeof value === 'string' ? value : otherwise;
}
