import { Anchor } from '@mantine/core';
import type { Notification } from '#/api/types';
import { NotificationItem } from '#/components/notification/NotificationItem';
import { useReading } from '#/components/notification/useReading';
import listClasses from '#/components/notification/Notification.module.css';
import { openNotifications } from '#/kit/commandWindow';
import { useText } from '#/messages';
import { Section } from './Section';
import classes from './NewForMe.module.css';

/** How many stand on Home. */
export const NEWS_SHOWN = 3;

/** What others did that concerns this person and that they haven't read yet: the newest of `count`. */
export function NewForMe({ news, count }: { news: readonly Notification[]; count: number }) {
  const text = useText();
  const { open } = useReading();
  return (
    <Section
      id="news"
      title={text('notification.home')}
      more={
        <Anchor component="button" onClick={openNotifications}>
          {text('notification.home.all', { count: count > NEWS_SHOWN ? count : 1 })}
        </Anchor>
      }
    >
      <div className={classes.root}>
        <ul className={listClasses.list}>
          {news.slice(0, NEWS_SHOWN).map((notification) => (
            <NotificationItem key={notification.id} notification={notification} onOpen={open} />
          ))}
        </ul>
      </div>
    </Section>
  );
}
