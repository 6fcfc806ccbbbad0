import { Button, Skeleton } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef } from 'react';
import { failureOf, queries } from '#/api/query';
import { byDay } from '#/components/notification/says';
import { NotificationItem } from '#/components/notification/NotificationItem';
import listClasses from '#/components/notification/Notification.module.css';
import { useReading } from '#/components/notification/useReading';
import { formatDay } from '#/format/time';
import { EmptyPage } from '#/kit/EmptyPage';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import classes from './Notifications.module.css';

const DAY_MS = 86_400_000;
/** The keys that move between notifications, and how far; the ends are as far as it goes. */
const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** Names the window in which it stands. */
export const TITLE_ID = 'notifications-title';

/** All notifications, the newest first, day by day. */
export function NotificationPanel({ onClose }: { onClose: () => void }) {
  const text = useText();
  const panel = useRef<HTMLDivElement>(null);
  const list = useInfiniteQuery(queries.notifications());
  const { open, readAll, reading } = useReading();
  const failed = failureOf(list);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = list.data?.pages[0]?.unreadCount ?? 0;

  function onKeyDown(event: KeyboardEvent) {
    const by = MOVES[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = [...(panel.current?.querySelectorAll<HTMLElement>('[data-notification]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
  }

  const day = (key: string, at: string) => {
    if (key === new Date().toDateString()) return text('notification.today');
    return key === new Date(Date.now() - DAY_MS).toDateString() ? text('notification.yesterday') : formatDay(at);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div ref={panel} className={classes.panel} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <h2 id={TITLE_ID} className={classes.title} tabIndex={-1} data-autofocus>
          {text('notification.title')}
        </h2>
        {unread > 0 && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconChecks size={16} aria-hidden />}
            loading={reading}
            onClick={() => {
              // The button goes with the last unread one.
              panel.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
              void readAll(items[0]?.id);
            }}
          >
            {text('notification.readAll')}
          </Button>
        )}
      </div>
      {failed !== null ? (
        <div className={classes.inset}>
          <ProblemAlert cause={failed} onRetry={() => void list.refetch()} />
        </div>
      ) : list.data === undefined ? (
        <div role="status" aria-label={text('kit.loading')} className={classes.inset}>
          {[0, 1, 2, 3].map((line) => (
            <div key={line} className={classes.waiting}>
              <Skeleton height={32} circle />
              <div className={classes.lines}>
                <Skeleton height={14} width={line % 2 === 0 ? '90%' : '70%'} />
                <Skeleton height={12} width="30%" />
              </div>
            </div>
          ))}
        </div>
      ) : items.length === 0 ? (
        <EmptyPage kind="nothing" compact level={3} title={text('notification.none')}>
          {text('notification.none.body')}
        </EmptyPage>
      ) : (
        <div className={classes.scroll}>
          {byDay(items).map(({ key, at, items: told }) => (
            <section key={key} aria-labelledby={`notifications-${told[0]?.id}`}>
              <h3 id={`notifications-${told[0]?.id}`} className={classes.day}>
                {day(key, at)}
              </h3>
              <ul className={listClasses.list}>
                {told.map((notification) => (
                  <NotificationItem
                    key={notification.id}
                    notification={notification}
                    onOpen={(opened) => {
                      open(opened);
                      onClose();
                    }}
                  />
                ))}
              </ul>
            </section>
          ))}
          <div className={classes.end}>
            {list.hasNextPage ? (
              <Button
                variant="default"
                size="xs"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {text('notification.more')}
              </Button>
            ) : (
              text('notification.end')
            )}
          </div>
        </div>
      )}
    </div>
  );
}
