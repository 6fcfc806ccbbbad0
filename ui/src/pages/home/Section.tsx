import type { ReactNode } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  id: string;
  title: ReactNode;
  /** The way to all of them. */
  more?: ReactNode;
  children: ReactNode;
}

export function Section({ id, title, more, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {more}
      </div>
      {children}
    </section>
  );
}
