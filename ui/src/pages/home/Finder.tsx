import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Domain } from '#/api/types';
import { openPalette } from '#/kit/commandWindow';
import { Keys } from '#/kit/Keys';
import { ButtonLink } from '#/kit/links';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './Finder.module.css';

const SHOWN = 8;

/** For who comes to find: what they came for, before anything else. */
export function Finder({ domains }: { domains: readonly Domain[] }) {
  const text = useText();
  const filled = domains
    .filter(({ dataProductCount }) => dataProductCount > 0)
    .toSorted((a, b) => b.dataProductCount - a.dataProductCount)
    .slice(0, SHOWN);
  return (
    <section className={classes.root} aria-labelledby="finder">
      <h2 id="finder" className={classes.title}>
        {text('home.find')}
      </h2>
      <p className={classes.lead}>{text('home.find.lead')}</p>
      <Button
        className={classes.field}
        variant="default"
        size="lg"
        fullWidth
        justify="space-between"
        aria-haspopup="dialog"
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={
          <span aria-hidden>
            <Keys of="/" />
          </span>
        }
        onClick={openPalette}
      >
        {text('home.find.open')}
      </Button>
      {filled.length > 0 && (
        <div className={classes.browse}>
          <span className={classes.by}>{text('home.find.browse')}</span>
          {filled.map(({ id, slug, name, dataProductCount }) => (
            <ButtonLink key={id} {...paths.domain(slug)} variant="light" size="compact-md">
              {text('home.find.domain', { name, count: dataProductCount })}
            </ButtonLink>
          ))}
          <ButtonLink {...paths.dataProducts()} variant="subtle" size="compact-md">
            {text('home.find.all')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}
