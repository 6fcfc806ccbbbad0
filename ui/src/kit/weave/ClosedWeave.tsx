import classes from './ClosedWeave.module.css';
import { Cloth } from './Cloth';

/** Not for these eyes: a cloth woven tight, with a lock on it. */
export function ClosedWeave() {
  return (
    <div className={classes.root}>
      <Cloth columns={10} rows={6} />
      <svg viewBox="0 0 56 56" className={classes.lock} aria-hidden focusable="false">
        <circle cx={28} cy={28} r={28} fill="var(--sv-ground)" />
        <rect x={17} y={25} width={22} height={17} rx={3} fill="var(--sv-accent)" />
        <path d="M21 25v-4a7 7 0 0 1 14 0v4" fill="none" stroke="var(--sv-accent)" strokeWidth={3.5} />
        <circle cx={28} cy={33} r={2.5} fill="var(--sv-ground)" />
      </svg>
    </div>
  );
}
