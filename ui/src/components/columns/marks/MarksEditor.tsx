import { Checkbox, NativeSelect } from '@mantine/core';
import type { Classification, ColumnMarks, Mask, MeaningKind } from '#/api/types';
import { useText } from '#/messages';
import classes from './Marks.module.css';
import { classifications, masks, meanings } from './marks';

interface MarksEditorProps {
  /** How people call the column. */
  column: string;
  marks: ColumnMarks;
  onMarks: (marks: ColumnMarks) => void;
}

/** Everything that can be said of a column beside its words. */
export function MarksEditor({ column, marks, onMarks }: MarksEditorProps) {
  const text = useText();
  const set = (part: Partial<ColumnMarks>) => onMarks({ ...marks, ...part, review: 'seen' });
  return (
    <fieldset className={classes.editor} aria-label={text('marks.of', { column })}>
      <div className={classes.selects}>
        <NativeSelect
          label={text('marks.meaning')}
          value={marks.meaning ?? ''}
          onChange={({ currentTarget }) => set({ meaning: (currentTarget.value || null) as MeaningKind | null })}
          data={[
            { value: '', label: text('marks.meaning.none') },
            ...meanings.map((value) => ({ value, label: text(`profile.kind.${value}`) })),
          ]}
        />
        <NativeSelect
          label={text('marks.classification')}
          value={marks.classification ?? ''}
          onChange={({ currentTarget }) =>
            set({ classification: (currentTarget.value || null) as Classification | null })
          }
          data={[
            { value: '', label: text('marks.classification.none') },
            ...classifications.map((value) => ({ value, label: text(`domain.classification.${value}.title`) })),
          ]}
        />
        <NativeSelect
          label={text('marks.mask')}
          value={marks.mask ?? ''}
          onChange={({ currentTarget }) => set({ mask: (currentTarget.value || null) as Mask | null })}
          data={[
            { value: '', label: text('marks.mask.none') },
            ...masks.map((value) => ({ value, label: text(`marks.mask.${value}`) })),
          ]}
        />
      </div>
      <div className={classes.checks}>
        <Checkbox
          label={text('marks.personal')}
          checked={marks.personal}
          onChange={({ currentTarget }) => set({ personal: currentTarget.checked })}
        />
        <Checkbox
          label={text('marks.key.label')}
          checked={marks.key}
          onChange={({ currentTarget }) => set(currentTarget.checked ? { key: true, required: true } : { key: false })}
        />
        <Checkbox
          label={text('marks.required')}
          checked={marks.required}
          onChange={({ currentTarget }) => set({ required: currentTarget.checked })}
        />
        {marks.mask !== null && <span className={classes.soft}>{text('marks.mask.later')}</span>}
      </div>
    </fieldset>
  );
}
