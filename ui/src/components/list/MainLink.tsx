import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';
import classes from './List.module.css';

interface MainLinkProps extends ComponentPropsWithRef<'a'> {
  name: string;
  detail?: string;
}

function PlainMainLink({ name, detail, ...link }: MainLinkProps) {
  return (
    <span className={classes.main}>
      <a {...link} className={classes.link} data-main title={name}>
        <bdi>{name}</bdi>
      </a>
      {detail !== undefined && (
        <span className={classes.detail} dir="auto">
          {detail}
        </span>
      )}
    </span>
  );
}

/** The link of a row: `<MainLink {...paths.domain(slug)} name=… detail=… />`. */
export const MainLink = createLink(PlainMainLink);
