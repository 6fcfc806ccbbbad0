import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface PageProps {
  children: ReactNode;
  /** `read` for text and forms, `wide` for lists and things with facts at the right, `full` for tables. */
  width?: 'read' | 'wide' | 'full';
}

/** The measure of a framed page's content. */
export function Page({ children, width = 'wide' }: PageProps) {
  return (
    <div className={classes.root} data-width={width}>
      {children}
    </div>
  );
}

interface PageHeadProps {
  /** What kind of thing this is, or where it stands; small, above the title. */
  kind?: ReactNode;
  /** A PageTitle. */
  title: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  /** At most one primary action, the rest behind a menu. */
  actions?: ReactNode;
}

export function PageHead({ kind, title, lead, actions }: PageHeadProps) {
  return (
    <header className={classes.head}>
      <div className={classes.headText}>
        {kind !== undefined && <div className={classes.kind}>{kind}</div>}
        {title}
        {lead !== undefined && <div className={classes.lead}>{lead}</div>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}

/** Names and values at the right of a thing's page. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
