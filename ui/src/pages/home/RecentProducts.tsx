import { IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DataProduct } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { TextLink } from '#/kit/links';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './RecentProducts.module.css';
import { Section } from './Section';

const SHOWN = 6;

/** When something about the product that its readers see last happened. */
function lastChange({ currentVersion, updatedAt }: DataProduct): string {
  return currentVersion?.publishedAt ?? updatedAt;
}

export function RecentProducts({ products }: { products: readonly DataProduct[] }) {
  const text = useText();
  const recent = products.toSorted((a, b) => lastChange(b).localeCompare(lastChange(a))).slice(0, SHOWN);
  return (
    <Section
      id="recent-products"
      title={text('home.recent')}
      more={<TextLink {...paths.dataProducts()}>{text('home.recent.all', { count: products.length })}</TextLink>}
    >
      <ul className={classes.list}>
        {recent.map((product) => (
          <li key={product.id} className={classes.item}>
            <span className={classes.icon} aria-hidden>
              <IconTable size={20} stroke={1.75} />
            </span>
            <span className={classes.text}>
              <Link {...paths.dataProduct(product.slug)} className={classes.name}>
                <bdi>{product.name}</bdi>
              </Link>
              <span className={classes.purpose}>
                <bdi>{product.purpose}</bdi>
              </span>
              <span className={classes.facts}>
                <bdi>{product.domain.name}</bdi>
                {' · '}
                {product.currentVersion == null ? (
                  text('home.recent.unpublished')
                ) : (
                  <>
                    {text('home.recent.rows', { count: product.currentVersion.rowCount })}
                    {' · '}
                    <Phrase id="home.recent.published" values={{ when: <Ago value={lastChange(product)} /> }} />
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
