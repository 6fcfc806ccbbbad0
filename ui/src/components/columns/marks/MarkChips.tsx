import { IconAsterisk, IconEyeOff, IconKey, IconShieldLock, IconTag, IconUserShield } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ColumnMarks } from '#/api/types';
import { useText } from '#/messages';
import classes from './Marks.module.css';

/** What is said of a column, in short: nothing where nothing is. */
export function MarkChips({ marks }: { marks: ColumnMarks }) {
  const text = useText();
  const { key, required, meaning, personal, classification, mask } = marks;
  const chips: [string, ReactNode, string][] = [];
  if (key) chips.push(['key', <IconKey key="icon" size={14} aria-hidden />, text('marks.key')]);
  if (required && !key)
    chips.push(['required', <IconAsterisk key="icon" size={14} aria-hidden />, text('marks.required')]);
  if (personal) chips.push(['personal', <IconUserShield key="icon" size={14} aria-hidden />, text('marks.personal')]);
  if (meaning !== null)
    chips.push(['meaning', <IconTag key="icon" size={14} aria-hidden />, text(`profile.kind.${meaning}`)]);
  if (classification !== null) {
    const icon = <IconShieldLock key="icon" size={14} aria-hidden />;
    chips.push(['classification', icon, text(`domain.classification.${classification}.title`)]);
  }
  if (mask !== null)
    chips.push(['mask', <IconEyeOff key="icon" size={14} aria-hidden />, text(`marks.mask.${mask}.short`)]);
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={text('marks.said')}>
      {chips.map(([kind, icon, label]) => (
        <li key={kind} className={classes.chip} data-kind={kind}>
          {icon}
          {label}
        </li>
      ))}
    </ul>
  );
}
