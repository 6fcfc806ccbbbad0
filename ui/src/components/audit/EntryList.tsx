import { Button } from '@mantine/core';
import type { AuditItem } from '#/api/types';
import { formatDay } from '#/format/time';
import { useText } from '#/messages';
import classes from './Audit.module.css';
import { AuditEntry } from './AuditEntry';

interface Day {
  key: string;
  at: string;
  items: AuditItem[];
}

/** Entries by the reader's own days, in the order in which they come. */
function byDay(items: readonly AuditItem[]): Day[] {
  const days: Day[] = [];
  for (const item of items) {
    const key = new Date(item.at).toDateString();
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, at: item.at, items: [item] });
  }
  return days;
}

interface EntryListProps {
  label: string;
  items: readonly AuditItem[];
  detailed: boolean;
  /** Whether there are earlier ones; asking for them. */
  hasMore: boolean;
  pending: boolean;
  onMore: () => void;
}

/** Entries of the audit, the newest first, day by day. */
export function EntryList({ label, items, detailed, hasMore, pending, onMore }: EntryListProps) {
  const text = useText();
  const today = new Date().toDateString();
  const yesterday = new Date(Date.now() - 86_400_000).toDateString();
  return (
    <section aria-label={label} className={classes.list}>
      {byDay(items).map(({ key, at, items: entries }) => (
        <section key={key} aria-labelledby={`day-${entries[0]?.sequence}`}>
          <h2 className={classes.day} id={`day-${entries[0]?.sequence}`}>
            {key === today ? text('audit.today') : key === yesterday ? text('audit.yesterday') : formatDay(at)}
          </h2>
          <ol className={classes.entries}>
            {entries.map((item) => (
              <AuditEntry key={item.sequence} item={item} detailed={detailed} />
            ))}
          </ol>
        </section>
      ))}
      <div className={classes.end}>
        {hasMore ? (
          <Button variant="default" loading={pending} onClick={onMore}>
            {text('audit.more')}
          </Button>
        ) : (
          <span className={classes.soft}>{text('audit.end')}</span>
        )}
      </div>
    </section>
  );
}
