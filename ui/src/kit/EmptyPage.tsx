import type { ReactNode } from 'react';
import classes from './EmptyPage.module.css';

interface EmptyPageProps {
  /** A woven picture from kit/weave; decoration, so hidden from screen readers. */
  picture?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** The next steps, the main one first. */
  actions?: ReactNode;
  /** Compact inside a card or a tab. */
  compact?: boolean;
  /** The heading's level; 1 where this is the whole page. */
  level?: 1 | 2 | 3;
}

/**
 * The one shape of "nothing to show". Its four uses say different things, each with a next step:
 * nothing yet (invite to begin), no match (loosen the filter), no access (whom to ask), failed to load (try again).
 */
export function EmptyPage({ picture, title, children, actions, compact = false, level = 2 }: EmptyPageProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.root} data-compact={compact || undefined}>
      {picture !== undefined && (
        <div className={classes.picture} aria-hidden>
          {picture}
        </div>
      )}
      <Heading className={classes.title} tabIndex={-1}>
        {title}
      </Heading>
      {children !== undefined && <div className={classes.body}>{children}</div>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
