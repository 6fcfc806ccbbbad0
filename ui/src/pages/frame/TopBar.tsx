import { Button, Menu } from '@mantine/core';
import { IconPlus, IconSitemap, IconTableImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { isOwn, mayMakeProducts } from '#/api/own';
import type { Session } from '#/api/types';
import { SearchButton } from '#/components/search/SearchButton';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { Breadcrumbs } from './Breadcrumbs';
import { NotificationBell } from './notifications/NotificationBell';
import classes from './TopBar.module.css';

/** Where one is, the way to anything else, and what can be made. */
export function TopBar({ session }: { session: Session }) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <header className={classes.root}>
      <Breadcrumbs />
      <search>
        <SearchButton label="frame.search.open" keys="mod+k" />
      </search>
      <div className={classes.end}>
        {session.can.seeCatalog && !isOwn(session) && <NotificationBell />}
        {mayMakeProducts(session) && (
          <Menu withInitialFocusPlaceholder={false} width={240} position="bottom-end" withinPortal={false}>
            <Menu.Target>
              <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
                {text('frame.new')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconTableImport size={20} stroke={1.75} aria-hidden />}
                onClick={() => void navigate(paths.dataProductNew())}
              >
                {text('frame.new.dataProduct')}
              </Menu.Item>
              {session.can.createDomain && (
                <Menu.Item
                  leftSection={<IconSitemap size={20} stroke={1.75} aria-hidden />}
                  onClick={() => void navigate(paths.domainNew())}
                >
                  {text('frame.new.domain')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
    </header>
  );
}
