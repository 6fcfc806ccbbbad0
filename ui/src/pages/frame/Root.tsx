import { Notifications } from '@mantine/notifications';
import { Outlet } from '@tanstack/react-router';

/** Every page, and the notices above it; a notice may hold a link, so it stands inside the router. */
export function Root() {
  return (
    <>
      <Notifications position="bottom-right" limit={4} />
      <Outlet />
    </>
  );
}
