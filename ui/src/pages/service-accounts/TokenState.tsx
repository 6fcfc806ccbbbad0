import { IconAlertTriangle } from '@tabler/icons-react';
import type { ServiceAccount } from '#/api/types';
import { formatDay } from '#/format/time';
import { useText } from '#/messages';
import classes from './TokenState.module.css';

const DAY_MS = 86_400_000;
/** How long before a token ends somebody should know. */
const WARNED_DAYS = 14;

/** How many tokens work, and whether one ends soon. */
export function TokenState({ account: { tokenCount, nextExpiryAt } }: { account: ServiceAccount }) {
  const text = useText();
  const days = nextExpiryAt == null ? null : Math.floor((Date.parse(nextExpiryAt) - Date.now()) / DAY_MS);
  const soon = days !== null && days < WARNED_DAYS;
  return (
    <span className={classes.root} data-soon={soon || undefined}>
      {soon && <IconAlertTriangle size={16} aria-hidden />}
      {nextExpiryAt == null
        ? text('service-account.tokens.none.short')
        : soon
          ? text('service-account.tokens.soon', { count: tokenCount, days })
          : text('service-account.tokens.until', { count: tokenCount, day: formatDay(nextExpiryAt) })}
    </span>
  );
}
