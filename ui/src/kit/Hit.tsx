import { IconSitemap, IconTable } from '@tabler/icons-react';
import type { SearchHit } from '#/api/types';
import { useText } from '#/messages';
import classes from './Hit.module.css';

/** One thing that search found, with the reason why. */
export function Hit({ hit }: { hit: SearchHit }) {
  const text = useText();
  const Icon = hit.kind === 'domain' ? IconSitemap : IconTable;
  return (
    <span className={classes.root}>
      <Icon size={20} stroke={1.75} className={classes.icon} aria-hidden />
      <span className={classes.text}>
        <span className={classes.name}>
          <bdi>{hit.name}</bdi>
        </span>
        <span className={classes.about}>
          {text(`kit.hit.kind.${hit.kind}`)}
          {hit.domainName != null && (
            <>
              {' · '}
              <bdi>{hit.domainName}</bdi>
            </>
          )}
        </span>
      </span>
      <span className={classes.why}>{text(`kit.hit.${hit.matched}`, { typo: hit.typo ? 'yes' : 'no' })}</span>
    </span>
  );
}
