import type { DataProduct } from '#/api/types';
import classes from '#/components/things/ThingPage.module.css';
import { formatBytes, formatCount } from '#/format/number';
import { Ago } from '#/kit/Ago';
import { Copyable } from '#/kit/Copyable';
import { Fact, Facts } from '#/kit/Page';
import { useText } from '#/messages';

/** What one looks up about a product, at the right of its page. */
export function ProductFacts({ product }: { product: DataProduct }) {
  const text = useText();
  const { owner, slug, classification, currentVersion, updatedAt, outputPort } = product;
  return (
    <aside className={classes.facts} aria-label={text('product.page.facts')}>
      <Facts>
        <Fact name={text('product.owner')}>
          <bdi>{owner.name}</bdi>
        </Fact>
        <Fact name={text('product.classification')}>
          <span title={text(`domain.classification.${classification}.body`)}>
            {text(`domain.classification.${classification}.title`)}
          </span>
        </Fact>
        {currentVersion === null ? (
          <Fact name={text('product.page.version')}>{text('product.page.noVersion')}</Fact>
        ) : (
          <>
            <Fact name={text('product.page.version')}>{formatCount(currentVersion.number)}</Fact>
            <Fact name={text('product.page.rowCount')}>
              <span className="tabular">{formatCount(currentVersion.rowCount)}</span>
            </Fact>
            <Fact name={text('product.page.size')}>{formatBytes(currentVersion.sizeBytes)}</Fact>
            <Fact name={text('product.page.published')}>
              <Ago value={currentVersion.publishedAt} />
            </Fact>
          </>
        )}
        <Fact name={text('product.readableId')}>
          <Copyable value={slug} thing={text('product.readableId')} />
        </Fact>
        <Fact name={text('product.page.changed')}>
          <Ago value={updatedAt} />
        </Fact>
        {outputPort.location !== null && (
          <Fact name={text('product.page.otherPrograms')}>
            <Copyable value={outputPort.location} thing={text('product.page.otherPrograms.thing')} />
            <div style={{ color: 'var(--sv-text-soft)', fontSize: 14, lineHeight: '20px' }}>
              {text('product.page.otherPrograms.body')}
            </div>
          </Fact>
        )}
      </Facts>
    </aside>
  );
}
