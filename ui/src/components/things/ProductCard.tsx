import { useText } from '#/messages';
import classes from './Thing.module.css';

interface ProductCardProps {
  name: string;
  purpose: string;
  domain: string | null;
  owner: string;
  slug: string | null;
  columnCount: number;
}

/** A data product as others see it, also while it is still being typed. */
export function ProductCard({ name, purpose, domain, owner, slug, columnCount }: ProductCardProps) {
  const text = useText();
  return (
    <article className={classes.card}>
      <div className={classes.kind}>
        {domain === null ? text('product.card.noDomain') : <bdi>{text('product.page.kind', { domain })}</bdi>}
      </div>
      <div className={classes.name}>
        {name.trim() === '' ? (
          <span className={classes.waiting}>{text('product.card.noName')}</span>
        ) : (
          <bdi>{name.trim()}</bdi>
        )}
      </div>
      <p className={classes.purpose} dir="auto">
        {purpose.trim() === '' ? text('product.card.noPurpose') : purpose.trim()}
      </p>
      <dl className={classes.facts}>
        <dt>{text('product.owner')}</dt>
        <dd>
          <bdi>{owner}</bdi>
        </dd>
        <dt>{text('product.card.columns')}</dt>
        <dd>{columnCount}</dd>
        <dt>{text('product.readableId')}</dt>
        <dd className={classes.id}>{slug ?? text('product.card.noId')}</dd>
      </dl>
    </article>
  );
}
