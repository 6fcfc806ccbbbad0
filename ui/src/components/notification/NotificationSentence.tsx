import type { Notification } from '#/api/types';
import { Phrase, type TextOf, useText } from '#/messages';
import classes from './Notification.module.css';
import { sentenceOf, valuesOf } from './says';

/** What a notification says, with the names in it set off. */
export function NotificationSentence({ notification }: { notification: Notification }) {
  const text = useText();
  const values = valuesOf(notification, text('audit.platform'), (name) => (
    <bdi key={name} className={classes.name}>
      {name}
    </bdi>
  ));
  return <Phrase id={sentenceOf(notification)} values={values} />;
}

/** What a notification says, for where nothing can be set off. */
export function notificationText(text: TextOf, notification: Notification): string {
  return text(
    sentenceOf(notification),
    valuesOf(notification, text('audit.platform'), (name) => name),
  );
}
