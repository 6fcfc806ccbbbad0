import type { ReactNode } from 'react';
import classes from './EmptyPage.module.css';
import { BareWeave } from './weave/BareWeave';
import { ClosedWeave } from './weave/ClosedWeave';
import { FrayedWeave } from './weave/FrayedWeave';
import { LoomWeave } from './weave/LoomWeave';

/**
 * Why there is nothing to show: nothing yet (invite to begin), no match (loosen the filter), no access (whom to ask),
 * failed to load (try again).
 */
export type EmptyKind = 'nothing' | 'none' | 'closed' | 'failed';

const PICTURES: Readonly<Record<EmptyKind, ReactNode>> = {
  nothing: <LoomWeave />,
  none: <BareWeave />,
  closed: <ClosedWeave />,
  failed: <FrayedWeave />,
};

interface EmptyPageProps {
  /** Brings the picture that says the same. */
  kind?: EmptyKind;
  /** Another woven picture from kit/weave; decoration, so hidden from screen readers. */
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

/** The one shape of "nothing to show", in four kinds, each with a next step. */
export function EmptyPage(props: EmptyPageProps) {
  const { kind, title, children, actions, compact = false, level = 2 } = props;
  const picture = props.picture ?? (kind === undefined ? undefined : PICTURES[kind]);
  const Heading = `h${level}` as const;
  return (
    <div className={classes.root} data-compact={compact || undefined} data-kind={kind}>
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
