import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type RefObject, useId } from 'react';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import type { FieldIssue } from './formState';
import { fieldId } from './issues';

interface IssueSummaryProps {
  issues: readonly (readonly [path: string, issue: FieldIssue])[];
  /** How a field is called on this page. */
  nameOf: (path: string) => string;
  /** Goes to the field, where it stands on another step. */
  onGo?: (path: string) => void;
  ref?: RefObject<HTMLDivElement | null>;
}

/** All that keeps a step from being done, each with a link to its field. */
export function IssueSummary({ issues, nameOf, onGo, ref }: IssueSummaryProps) {
  const text = useText();
  const fieldText = useFieldText();
  const id = useId();
  if (issues.length === 0) return null;
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      role="alert"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={text('wizard.issues.title', { count: issues.length })}
      maw={760}
      style={{ outline: 'none' }}
    >
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {issues.slice(0, 8).map(([path, issue]) => (
          <li key={`${id}-${path}`}>
            <Anchor
              href={`#${fieldId(path)}`}
              inherit
              underline="always"
              onClick={(event) => {
                event.preventDefault();
                onGo?.(path);
                requestAnimationFrame(() => document.getElementById(fieldId(path))?.focus());
              }}
            >
              <bdi>{nameOf(path)}</bdi>
            </Anchor>
            {': '}
            {fieldText(issue)}
          </li>
        ))}
        {issues.length > 8 && <li>{text('wizard.issues.more', { count: issues.length - 8 })}</li>}
      </ul>
    </Alert>
  );
}
