import { Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type MenuAnchorProps = MenuItemProps & Omit<ComponentPropsWithRef<'a'>, keyof MenuItemProps>;

/** An entry of a menu that leads to a page. */
export const MenuLink = createLink((props: MenuAnchorProps) => <Menu.Item component="a" {...props} />);
