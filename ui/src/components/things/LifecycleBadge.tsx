import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import type { Lifecycle } from '#/api/types';
import { useText } from '#/messages';
import classes from './LifecycleBadge.module.css';

/** Where a product stands in its life, by word, shape and colour. */
export function LifecycleBadge({ lifecycle }: { lifecycle: Lifecycle }) {
  const text = useText();
  const Icon = lifecycle === 'active' ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <span className={classes.badge} data-lifecycle={lifecycle}>
      <Icon size={16} aria-hidden />
      {text(`kit.lifecycle.${lifecycle}`)}
    </span>
  );
}
