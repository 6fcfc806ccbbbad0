import type { ReactNode } from 'react';
import classes from './Panel.module.css';

interface PanelProps {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of a page that stands by itself: its title, what it is for, what can be done, what there is. */
export function Panel({ id, title, lead, actions, children }: PanelProps) {
  return (
    <section aria-labelledby={id} className={classes.root}>
      <div className={classes.head}>
        <div>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
