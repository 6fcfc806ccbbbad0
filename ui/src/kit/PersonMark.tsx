import classes from './PersonMark.module.css';

/** First letters of the first and last word; whole characters, so that no emoji is torn. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** A person at a glance; decoration beside the name. */
export function PersonMark({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <span className={classes.root} style={{ width: size, height: size, fontSize: size >= 32 ? 14 : 12 }} aria-hidden>
      {initials(name)}
    </span>
  );
}
