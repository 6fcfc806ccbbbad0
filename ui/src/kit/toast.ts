import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { english } from '#/messages';

const closeButtonProps = { 'aria-label': english['kit.close'] };

/** Says quietly that something worked. A `title` leads, `message` may carry a link to the result. */
export function toastDone(message: ReactNode, title?: string): void {
  notifications.show({ message, title, color: 'green', autoClose: 6000, closeButtonProps });
}

/** Says that something failed; stays until it is closed. */
export function toastFailed(message: ReactNode, title?: string): void {
  notifications.show({ message, title, color: 'red', autoClose: false, closeButtonProps });
}

let news = 0;

/** Says what somebody else did just now. `message` is handed the way to close it. */
export function toastNews(message: (close: () => void) => ReactNode, title?: string): void {
  news += 1;
  const id = `news-${news}`;
  const close = () => notifications.hide(id);
  notifications.show({ id, message: message(close), title, color: 'indigo', autoClose: 8000, closeButtonProps });
}
