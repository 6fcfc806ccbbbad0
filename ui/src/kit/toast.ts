import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** Says quietly that something worked. A `title` leads, `message` may carry a link to the result. */
export function toastDone(message: ReactNode, title?: string): void {
  notifications.show({ message, title, color: 'green', autoClose: 5000, withBorder: false });
}

/** Says that something failed; stays until it is closed. */
export function toastFailed(message: ReactNode, title?: string): void {
  notifications.show({ message, title, color: 'red', autoClose: false, role: 'alert' });
}
