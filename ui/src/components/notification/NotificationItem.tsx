import { UnstyledButton } from '@mantine/core';
import { IconDeviceLaptop } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Notification } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { PersonMark } from '#/kit/PersonMark';
import { useText } from '#/messages';
import classes from './Notification.module.css';
import { NotificationSentence } from './NotificationSentence';
import { destinationOf } from './says';

interface NotificationItemProps {
  notification: Notification;
  /** It was opened, and so read. */
  onOpen: (notification: Notification) => void;
}

/** One notification: who, what, when; it leads to the thing, and is read by that. */
export function NotificationItem({ notification, onOpen }: NotificationItemProps) {
  const text = useText();
  const { at, by, readAt } = notification;
  const to = destinationOf(notification);
  const sentence = (
    <>
      <NotificationSentence notification={notification} />
      {readAt === null && <span className={classes.unseen}>{` ${text('notification.unread')}`}</span>}
    </>
  );
  const opened = { className: classes.sentence, 'data-notification': true, onClick: () => onOpen(notification) };
  return (
    <li className={classes.item} data-unread={readAt === null || undefined}>
      {by === null ? (
        <span className={classes.platform} aria-hidden>
          <IconDeviceLaptop size={16} />
        </span>
      ) : (
        <PersonMark name={by.name} />
      )}
      <span className={classes.text}>
        {to === null ? (
          <UnstyledButton {...opened}>{sentence}</UnstyledButton>
        ) : (
          <Link {...to} {...opened}>
            {sentence}
          </Link>
        )}
        <span className={classes.when}>
          <Ago value={at} />
        </span>
      </span>
    </li>
  );
}
