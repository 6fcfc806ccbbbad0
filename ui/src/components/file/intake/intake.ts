import type { IntakeChoices } from '#/api/types';
import type { FieldIssue } from '#/components/form/formState';

export interface IntakeProps {
  /** What the owner chose; the rest is recognised. */
  chosen: IntakeChoices;
  onChoose: (choices: IntakeChoices) => void;
  /** What is wrong at a path of the form. */
  shown: (path: string) => FieldIssue | undefined;
}

/** Where a choice stands in the form that it belongs to. */
export function belongsToIntake(name: string): string {
  return `intake.${name}`;
}
