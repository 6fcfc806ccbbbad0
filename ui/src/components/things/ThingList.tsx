import { createLink } from '@tanstack/react-router';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { formatCount } from '#/format/number';
import classes from './ThingList.module.css';

interface ThingSectionProps {
  title: string;
  count: number;
  /** What stands here while there is nothing. */
  nothing?: ReactNode;
  children: ReactNode;
}

/** Things that belong to the page's thing, under a heading with their count. */
export function ThingSection({ title, count, nothing, children }: ThingSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 className={classes.head} id={id}>
        {title}
        <span className={classes.count}>{formatCount(count)}</span>
      </h2>
      {count === 0 && nothing !== undefined ? (
        <p className={classes.nothing}>{nothing}</p>
      ) : (
        <ul className={classes.root} aria-labelledby={id}>
          {children}
        </ul>
      )}
    </section>
  );
}

interface ThingItemProps extends Omit<ComponentPropsWithRef<'a'>, 'children'> {
  name: string;
  detail?: ReactNode;
  /** Decoration in front of the name. */
  picture?: ReactNode;
  /** What it is to the page's thing, in a word each. */
  marks?: readonly string[];
}

function PlainThingItem({ name, detail, picture, marks = [], ...link }: ThingItemProps) {
  return (
    <li className={classes.item}>
      {picture}
      <span className={classes.text}>
        <a {...link} className={classes.name} title={name}>
          <bdi>{name}</bdi>
        </a>
        {detail !== undefined && <span className={classes.detail}>{detail}</span>}
      </span>
      {marks.length > 0 && (
        <span className={classes.marks}>
          {marks.map((mark) => (
            <span key={mark} className={classes.mark}>
              {mark}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}

/** One of them: `<ThingItem {...paths.domain(slug)} name=… marks={[…]} />`. */
export const ThingItem = createLink(PlainThingItem);
