import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { Notification } from '#/api/types';
import { NotificationSentence, notificationText } from '#/components/notification/NotificationSentence';
import { destinationOf } from '#/components/notification/says';
import { useReading } from '#/components/notification/useReading';
import { host } from '#/host';
import { currentlyOpened } from '#/kit/commandWindow';
import { TextLink } from '#/kit/links';
import { toastNews } from '#/kit/toast';
import { useText } from '#/messages';
import { useShowNotifications } from './useShowNotifications';

/** Tells of notifications that come while the window is open; those from before are the bell's to tell. */
export function Arrivals() {
  const { person } = useSession();
  return <ArrivalsOf key={person.id} />;
}

function ArrivalsOf() {
  const text = useText();
  const router = useRouter();
  const { workspace } = useSession();
  const { data, isFetchedAfterMount } = useQuery(queries.unreadNotifications());
  const { open } = useReading();
  const showAll = useShowNotifications();
  /** The newest that is known; ids sort by the time they were made. */
  const known = useRef<string | null>(null);

  useEffect(() => {
    if (data === undefined || !isFetchedAfterMount) return;
    const newest = data.items[0]?.id ?? '';
    const before = known.current;
    known.current = before === null || newest > before ? newest : before;
    if (before === null) return;
    const arrived = data.items.filter(({ id }) => id > before);
    const [first] = arrived;
    if (first === undefined) return;

    const see = (notification: Notification) => {
      open(notification);
      const to = destinationOf(notification);
      if (to !== null) void router.navigate(to);
    };
    const alone = arrived.length === 1;
    const told = text('notification.arrived', { count: arrived.length });
    void host.notify({
      title: alone ? (first.by?.name ?? text('audit.platform')) : told,
      body: alone ? notificationText(text, first) : text('notification.arrived.where', { workspace: workspace.name }),
      tag: first.id,
      onOpen: alone ? () => see(first) : showAll,
    });
    if (currentlyOpened() === 'notifications') return;
    const to = destinationOf(first);
    toastNews(
      (close) =>
        alone ? (
          <>
            <NotificationSentence notification={first} />{' '}
            {to !== null && (
              <TextLink
                {...to}
                onClick={() => {
                  open(first);
                  close();
                }}
              >
                {text('notification.see')}
              </TextLink>
            )}
          </>
        ) : (
          <Anchor
            component="button"
            onClick={() => {
              close();
              showAll();
            }}
          >
            {text('notification.arrived.see')}
          </Anchor>
        ),
      alone ? undefined : told,
    );
  }, [data, isFetchedAfterMount, open, router, showAll, text, workspace.name]);
  return null;
}
