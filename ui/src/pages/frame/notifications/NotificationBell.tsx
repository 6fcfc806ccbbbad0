import { ActionIcon, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '#/api/query';
import { formatCount } from '#/format/number';
import { closeNotifications, openNotifications, useOpened } from '#/kit/commandWindow';
import { useText } from '#/messages';
import classes from './Notifications.module.css';
import { NotificationPanel, TITLE_ID } from './NotificationPanel';

const MOST = 99;

/** How many notifications are unread, and the way to them. */
export function NotificationBell() {
  const text = useText();
  const opened = useOpened() === 'notifications';
  const unread = useQuery(queries.unreadNotifications()).data?.unreadCount ?? 0;
  // A panel that went with its page doesn't come back with the next one.
  useEffect(() => () => closeNotifications(), []);
  return (
    <Popover
      opened={opened}
      onChange={(open) => (open ? openNotifications() : closeNotifications())}
      onDismiss={closeNotifications}
      width={440}
      position="bottom-end"
      shadow="lg"
      radius="lg"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={36}
          className={classes.bell}
          data-bell
          aria-label={text('notification.bell', { count: unread })}
          onClick={() => (opened ? closeNotifications() : openNotifications())}
        >
          <IconBell size={20} stroke={1.75} aria-hidden />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > MOST ? `${MOST}+` : formatCount(unread)}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown} aria-labelledby={TITLE_ID}>
        <NotificationPanel onClose={closeNotifications} />
      </Popover.Dropdown>
    </Popover>
  );
}
