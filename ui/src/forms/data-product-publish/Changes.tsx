import { IconArrowsExchange, IconMinus, IconPlus } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import type { DataProduct, Preview, VersionComparison } from '#/api/types';
import { useText } from '#/messages';
import classes from './Changes.module.css';
import { changesOf } from './values';

interface KindProps {
  icon: ReactNode;
  title: string;
  names: readonly string[];
  headings: ReadonlyMap<string, string>;
}

function Kind({ icon, title, names, headings }: KindProps) {
  if (names.length === 0) return null;
  return (
    <div className={classes.kind}>
      {icon}
      <div>
        {title}
        {': '}
        <span className={classes.names}>
          {names.map((name, index) => (
            <Fragment key={name}>
              {index > 0 && ', '}
              <bdi>{headings.get(name) ?? name}</bdi>
            </Fragment>
          ))}
        </span>
      </div>
    </div>
  );
}

interface ChangesProps {
  product: DataProduct;
  preview: Preview;
  compared: VersionComparison | null | undefined;
}

/** What is new, changed and gone in a file compared with the product's current version. */
export function Changes({ product, preview, compared }: ChangesProps) {
  const text = useText();
  const { added, gone, retyped, headings } = changesOf(product.outputPort.columns, preview.columns, compared);
  const changed = [...retyped.keys()];
  const breaking = gone.length + changed.length > 0;
  return (
    <section className={classes.changes} data-breaking={breaking || undefined} aria-labelledby="publish-changes">
      <h2 id="publish-changes">{text('product.publish.changes', { number: product.currentVersion?.number ?? 0 })}</h2>
      {added.length + gone.length + changed.length === 0 && <p>{text('product.publish.same')}</p>}
      <Kind
        icon={<IconPlus size={20} aria-hidden />}
        title={text('product.publish.addedColumns', { count: added.length })}
        names={added}
        headings={headings}
      />
      <Kind
        icon={<IconArrowsExchange size={20} aria-hidden />}
        title={text('product.publish.changedColumns', { count: changed.length })}
        names={changed}
        headings={headings}
      />
      <Kind
        icon={<IconMinus size={20} aria-hidden />}
        title={text('product.publish.goneColumns', { count: gone.length })}
        names={gone}
        headings={headings}
      />
      {breaking && <p>{text('product.publish.goneWarning')}</p>}
    </section>
  );
}
