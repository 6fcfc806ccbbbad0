import { useLocation, useNavigate } from '@tanstack/react-router';

/** Whether a page's own window is open, kept in the address after `#`, so that a link or an action may open it. */
export function useHashWindow(name: string): [boolean, (open: boolean) => void] {
  const navigate = useNavigate();
  const opened = useLocation({ select: ({ hash }) => hash === name });
  const set = (open: boolean) =>
    void navigate({ to: '.', search: true, hash: open ? name : '', replace: true, hashScrollIntoView: false });
  return [opened, set];
}
