import type { ReactNode } from 'react';
import classes from './SettingsSection.module.css';

interface SettingsSectionProps {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function SettingsSection({ id, title, lead, actions, children }: SettingsSectionProps) {
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
