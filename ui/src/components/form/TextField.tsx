import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFieldText } from '#/kit/problemText';
import classes from './Field.module.css';
import { FieldMarks } from './FieldMarks';
import type { Form } from './formState';
import { fieldId } from './issues';

/** The keys of `V` that hold text. */
export type TextKey<V> = { [K in keyof V]: V[K] extends string ? K : never }[keyof V] & string;

interface TextFieldProps<V extends object> {
  form: Form<V>;
  name: TextKey<V>;
  label: string;
  /** Stands beside the field and is read with it. */
  help?: ReactNode;
  max?: number;
  /** Several lines. */
  lines?: number;
  suggested?: boolean;
  onEdited?: () => void;
}

/** A text of a form: label above, help beside, what is wrong below while typing. */
export function TextField<V extends object>(props: TextFieldProps<V>) {
  const { form, name, label, help, max, lines, suggested, onEdited } = props;
  const fieldText = useFieldText();
  const value = form.values[name] as string;
  const issue = form.shown(name);
  const shared = {
    id: fieldId(name),
    label,
    description: help,
    error: issue && fieldText(issue),
    value,
    onChange: (event: { currentTarget: { value: string } }) => {
      form.set(name, event.currentTarget.value as V[typeof name]);
      onEdited?.();
    },
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'error' | 'description')[],
    classNames: {
      root: classes.root,
      label: classes.label,
      wrapper: classes.wrapper,
      error: classes.error,
      description: classes.description,
    },
    // Names come in every direction of writing.
    dir: 'auto' as const,
    size: 'md' as const,
    autoComplete: 'off',
  };
  return (
    <div className={classes.field}>
      <FieldMarks suggested={suggested} value={value} max={max} />
      {lines === undefined ? <TextInput {...shared} /> : <Textarea {...shared} autosize minRows={lines} maxRows={9} />}
    </div>
  );
}
