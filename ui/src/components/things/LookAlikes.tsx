import { Link } from '@tanstack/react-router';
import type { LookAlike } from '#/api/types';
import type { paths } from '#/paths';
import classes from './Thing.module.css';

interface LookAlikesProps {
  title: string;
  found: readonly LookAlike[];
  linkTo: (slug: string) => ReturnType<typeof paths.domain | typeof paths.dataProduct | typeof paths.team>;
}

/** Things that are called nearly the same, before a twin is born. They open beside the wizard. */
export function LookAlikes({ title, found, linkTo }: LookAlikesProps) {
  if (found.length === 0) return null;
  return (
    <div className={classes.lookAlikes} role="status">
      <p>{title}</p>
      <ul>
        {found.slice(0, 5).map(({ id, slug, name }) => (
          <li key={id}>
            <Link {...linkTo(slug)} target="_blank">
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
