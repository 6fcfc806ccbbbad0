import { useCallback, useMemo, useRef, useState } from 'react';
import type { FieldCode, SentenceParams } from '#/api/types';

/** What is wrong with one field; the sentence stands in the catalogue under its code. */
export interface FieldIssue {
  code: FieldCode;
  params?: SentenceParams | undefined;
}

/** Issues by field path: `name`, `columns.3.description`. */
export type FieldIssues = Readonly<Record<string, FieldIssue>>;

/** One form of one values type, shared by every step of a wizard. */
export interface Form<V> {
  values: V;
  /** What is wrong now, whether it is shown yet or not. */
  issues: FieldIssues;
  set<K extends keyof V>(key: K, value: V[K]): void;
  /** Changes several fields at once, from what they are at that moment. */
  patch(change: (values: V) => Partial<V>): void;
  /** Replaces everything, as after taking another window's version. */
  replace(values: V): void;
  /** The issue to show at a field: only once it was typed in or its step was left. */
  shown(path: string): FieldIssue | undefined;
  /** Shows the issues of these fields from now on. */
  reveal(paths: readonly string[]): void;
  /** Issues that the platform found; they vanish as soon as their field changes. */
  refuse(issues: FieldIssues): void;
}

/** True when `path` is `field` or stands below it: `columns` answers for `columns.3.name`. */
export function belongsTo(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}

/** Issues of these fields only, in the form's order. */
export function issuesOf(issues: FieldIssues, fields: readonly string[]): [string, FieldIssue][] {
  return fields.flatMap((field) => Object.entries(issues).filter(([path]) => belongsTo(path, field)));
}

/** What only a plan of the whole finds. */
const BY_PLAN: ReadonlySet<FieldCode | undefined> = new Set<FieldCode>(['policy', 'rule_broken']);

/** Issues without those of some paths; the same ones where there are none. */
function without(issues: FieldIssues, gone: (path: string) => boolean): FieldIssues {
  const kept = Object.entries(issues).filter(([path]) => !gone(path));
  return kept.length === Object.keys(issues).length ? issues : Object.fromEntries(kept);
}

/**
 * State of a form. `check` says what can be told here and now, `remote` what the platform's dry run found; the first
 * wins, because the platform is asked only about what passes here.
 */
export function useForm<V extends object>(
  initial: V,
  check: (values: V) => FieldIssues,
  onChange?: (values: V) => void,
): Form<V> & { setRemote(issues: FieldIssues): void } {
  const [values, setValues] = useState(initial);
  const latest = useRef(values);
  const changed = useRef(onChange);
  changed.current = onChange;
  const [touched, setTouched] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<FieldIssues>({});
  const [remote, setRemote] = useState<FieldIssues>({});

  const apply = useCallback((next: V, keys: readonly string[]) => {
    latest.current = next;
    setValues(next);
    setTouched((before) => (keys.every((key) => before.includes(key)) ? before : [...new Set([...before, ...keys])]));
    const changes = (path: string) => keys.some((key) => belongsTo(path, key));
    setRefused((before) => without(before, changes));
    // Nothing asks again what a plan found until the plan is made again, and what was mended mustn't keep from that.
    setRemote((before) => without(before, (path) => BY_PLAN.has(before[path]?.code) && changes(path)));
    changed.current?.(next);
  }, []);

  const patch = useCallback(
    (change: (values: V) => Partial<V>) => {
      const part = change(latest.current);
      apply({ ...latest.current, ...part }, Object.keys(part));
    },
    [apply],
  );
  const set = useCallback(
    <K extends keyof V>(key: K, value: V[K]) => apply({ ...latest.current, [key]: value }, [String(key)]),
    [apply],
  );
  const replace = useCallback((next: V) => {
    latest.current = next;
    setValues(next);
    setRefused({});
  }, []);
  const reveal = useCallback(
    (paths: readonly string[]) => setTouched((before) => [...new Set([...before, ...paths])]),
    [],
  );
  const refuse = useCallback((found: FieldIssues) => {
    setRefused(found);
    setTouched((before) => [...new Set([...before, ...Object.keys(found)])]);
  }, []);

  const issues = useMemo(() => ({ ...remote, ...refused, ...check(values) }), [remote, refused, check, values]);
  const shown = useCallback(
    (path: string) => (touched.some((key) => belongsTo(path, key)) ? issues[path] : undefined),
    [issues, touched],
  );

  return useMemo(
    () => ({ values, issues, set, patch, replace, shown, reveal, refuse, setRemote }),
    [values, issues, set, patch, replace, shown, reveal, refuse],
  );
}
