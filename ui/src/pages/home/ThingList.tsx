import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { paths } from '#/paths';
import classes from './ThingList.module.css';

export interface ListedThing {
  id: string;
  to: ReturnType<typeof paths.domain | typeof paths.dataProduct>;
  /** Decoration beside the name. */
  picture: ReactNode;
  /** Whether the picture is woven and so wider than an icon. */
  woven?: boolean;
  name: string;
  detail?: ReactNode;
  facts: ReactNode;
}

/** Things one can open, each on a row that leads to it. */
export function ThingList({ things }: { things: readonly ListedThing[] }) {
  return (
    <ul className={classes.list}>
      {things.map(({ id, to, picture, woven, name, detail, facts }) => (
        <li key={id} className={classes.item}>
          <span className={classes.picture} data-woven={woven} aria-hidden>
            {picture}
          </span>
          <span className={classes.text}>
            <Link {...to} className={classes.name} title={name}>
              <bdi>{name}</bdi>
            </Link>
            {detail !== undefined && (
              <span className={classes.detail}>
                <bdi>{detail}</bdi>
              </span>
            )}
            <span className={classes.facts}>{facts}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
