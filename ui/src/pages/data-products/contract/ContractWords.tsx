import { useQuery } from '@tanstack/react-query';
import { contractQueries } from '#/api/contract';
import { queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { ColumnTable } from '#/components/columns/ColumnTable';
import { LifecycleBadge } from '#/components/things/LifecycleBadge';
import page from '#/components/things/ThingPage.module.css';
import { Fact, Facts } from '#/kit/Page';
import { useText } from '#/messages';
import classes from './Contract.module.css';
import { ContractChanges } from './ContractChanges';

/** The contract as a person reads it: what is promised, what changed, what isn't promised yet. */
export function ContractWords({ product }: { product: DataProduct }) {
  const text = useText();
  const { owner, domain, lifecycle, classification, outputPort } = product;
  const newest = useQuery(contractQueries.changes(product.id));
  const described = outputPort.columns.filter(({ description }) => description !== '').length;
  const count = outputPort.columns.length;
  const quality = useQuery(queries.productQuality(product.id));
  const rules = quality.data?.outcomes.length ?? 0;
  const keys = outputPort.columns.filter(({ marks }) => marks.key).map(({ businessName }) => businessName);
  const personal = outputPort.columns.filter(({ marks }) => marks.personal).map(({ businessName }) => businessName);
  return (
    <div className={page.columns}>
      <div className={classes.words}>
        <ContractChanges product={product} />
        <section className={classes.part} aria-labelledby="contract-promised">
          <h2 className={page.section} id="contract-promised">
            {text('contract.promised')}
          </h2>
          <ul className={classes.promises}>
            <li>{text('contract.promised.columns', { count })}</li>
            <li>{text('contract.promised.meaning', { described, count })}</li>
            {keys.length > 0 && (
              <li>{text('contract.promised.keys', { count: keys.length, names: keys.join(', ') })}</li>
            )}
            {personal.length > 0 && (
              <li>{text('contract.promised.personal', { count: personal.length, names: personal.join(', ') })}</li>
            )}
            {rules > 0 && <li>{text('contract.promised.rules', { count: rules })}</li>}
            <li>{text('contract.promised.owner', { owner: owner.name })}</li>
            <li>{text('contract.promised.versions')}</li>
          </ul>
          <p className={classes.about}>{text('contract.promised.notYet')}</p>
          <ColumnTable columns={outputPort.columns} />
        </section>
      </div>
      <aside className={page.facts} aria-label={text('contract.facts')}>
        <Facts>
          <Fact name={text('contract.facts.version')}>
            <span className="tabular">{newest.data?.contractVersion ?? '…'}</span>
          </Fact>
          <Fact name={text('contract.facts.status')}>
            <LifecycleBadge lifecycle={lifecycle} />
          </Fact>
          <Fact name={text('product.owner')}>
            <bdi>{owner.name}</bdi>
          </Fact>
          <Fact name={text('contract.facts.domain')}>
            <bdi>{domain.name}</bdi>
          </Fact>
          <Fact name={text('product.classification')}>{text(`domain.classification.${classification}.title`)}</Fact>
          <Fact name={text('contract.facts.form')}>{text('contract.facts.form.delta')}</Fact>
          <Fact name={text('contract.facts.standard')}>{text('contract.facts.standard.odcs')}</Fact>
        </Facts>
      </aside>
    </div>
  );
}
