import { Anchor } from '@mantine/core';
import type { Notification } from '#/api/types';
import { NotificationItem } from '#/components/notification/NotificationItem';
import { useReading } from '#/components/notification/useReading';
import listClasses from '#/components/notification/Notification.module.css';
import { openNotifications } from '#/kit/commandWindow';
import { useText } from '#/messages';
import { Section } from './Section';
import classes from './NewForMe.module.css';

const SHOWN = 3;

/** What others did that concerns this person and that they haven't read yet. */
export function NewForMe({ news }: { news: readonly Notification[] }) {
  const text = useText();
  const { open } = useReading();
  return (
    <Section
      id="news"
      title={text('notification.home')}
      more={
        <Anchor component="button" onClick={openNotifications}>
          {text('notification.home.all', { count: news.length > SHOWN ? news.length : 1 })}
        </Anchor>
      }
    >
      <div className={classes.root}>
        <ul className={listClasses.list}>
          {news.slice(0, SHOWN).map((notification) => (
            <NotificationItem key={notification.id} notification={notification} onOpen={open} />
          ))}
        </ul>
      </div>
    </Section>
  );
}
