import { Title, type TitleProps } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '#/messages';
import { hasNavigated } from './navigated';

interface PageTitleProps extends TitleProps {
  /** What the browser's tab and the history say. */
  tab: string;
  children: ReactNode;
}

/** A page's only h1. Names the document, and takes the focus when the page was navigated to. */
export function PageTitle({ tab, children, ...rest }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useTabTitle(tab);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves once per page, which the path tells
  useEffect(() => {
    if (hasNavigated()) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <Title order={1} ref={heading} tabIndex={-1} {...rest}>
      {children}
    </Title>
  );
}

/** Names the document after the page. */
export function useTabTitle(tab: string): void {
  const text = useText();
  const title = text('frame.tabTitle', { page: tab });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
