import { Title } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { type ComponentPropsWithRef, type ReactNode, useEffect, useRef } from 'react';
import { useTabTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import classes from './Thing.module.css';

interface NextCardProps extends Omit<ComponentPropsWithRef<'a'>, 'title'> {
  icon: ReactNode;
  heading: string;
  body: string;
  primary?: boolean;
}

function PlainNextCard({ icon, heading, body, primary, ...link }: NextCardProps) {
  return (
    <a {...link} className={classes.nextCard} data-primary={primary || undefined}>
      <strong>
        {icon}
        {heading}
      </strong>
      <span>{body}</span>
    </a>
  );
}

/** One of the things to do next: `<NextCard {...paths.domain(slug)} heading=… />`. */
export const NextCard = createLink(PlainNextCard);

interface DoneProps {
  picture: ReactNode;
  /** What was reached, for the tab. */
  tab: string;
  title: ReactNode;
  lead: ReactNode;
  children: ReactNode;
}

/** The end of a wizard: what was reached, quietly, and the next three things. */
export function Done({ picture, tab, title, lead, children }: DoneProps) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useTabTitle(tab);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className={classes.done}>
      <div className={classes.donePicture} aria-hidden>
        {picture}
      </div>
      <Title order={1} ref={heading} tabIndex={-1}>
        {title}
      </Title>
      <p className={classes.doneLead}>{lead}</p>
      <h2 className={classes.nextTitle}>{text('wizard.done.next')}</h2>
      <div className={classes.next}>{children}</div>
    </main>
  );
}
