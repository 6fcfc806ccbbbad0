import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import type { QualityOutcome } from '#/api/types';
import { formatCount, formatShare, honestShare } from '#/format/number';
import { useText } from '#/messages';
import classes from './Quality.module.css';

/** Whether rows keep a rule: a sign, a word and the count. */
export function Kept({ outcome }: { outcome: QualityOutcome }) {
  const text = useText();
  const { checked, broken, rule } = outcome;
  const count = broken.count ?? broken.fewerThan ?? 0;
  if (checked === null) {
    return (
      <span className={classes.kept} data-state="unknown">
        <IconHelpCircle size={16} aria-hidden />
        {text('quality.unmeasured')}
      </span>
    );
  }
  if (count === 0) {
    return (
      <span className={classes.kept} data-state="kept">
        <IconCircleCheck size={16} aria-hidden />
        {rule.demand.kind === 'row-count' ? text('quality.keptTable') : text('quality.kept', { count: checked })}
      </span>
    );
  }
  const blocking = rule.severity === 'blocking';
  const Icon = blocking ? IconCircleX : IconAlertTriangle;
  const share = formatShare(honestShare((checked - count) / Math.max(1, checked)));
  return (
    <span className={classes.kept} data-state={blocking ? 'broken' : 'risk'}>
      <Icon size={16} aria-hidden />
      {rule.demand.kind === 'row-count'
        ? text('quality.brokenTable', { count: formatCount(checked) })
        : broken.count === null
          ? text('quality.brokenFew', { count })
          : text('quality.broken', { broken: count, count: checked, share })}
    </span>
  );
}
