import { Alert } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { failureOf, queries } from '#/api/query';
import type { DataProduct, QualityOutcome } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { Kept } from '#/components/quality/Kept';
import classes from '#/components/quality/Quality.module.css';
import { ruleText } from '#/components/quality/RuleText';
import { ruleId } from '#/components/quality/rules';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { Phrase, useText } from '#/messages';

/** Smaller counts aren't told to who may not read the rows. */
const SMALLEST = 5;

/** What the current version promises of its rows, and how they kept it; what is broken stands first. */
export function ProductPromises({ product }: { product: DataProduct }) {
  const text = useText();
  const published = product.currentVersion !== null;
  const quality = useQuery({ ...queries.productQuality(product.id), enabled: published });
  if (!published) {
    return (
      <EmptyPage kind="nothing" title={text('quality.page.none.title')}>
        {text('quality.page.unpublished')}
      </EmptyPage>
    );
  }
  if (failureOf(quality) !== null) return <ErrorPage cause={quality.error} onRetry={() => void quality.refetch()} />;
  if (quality.data === undefined) return <ListSkeleton label={text('quality.loading')} rows={4} />;
  const { outcomes, complete, checkedAt, version } = quality.data;
  if (outcomes.length === 0) {
    return (
      <EmptyPage kind="nothing" title={text('quality.page.none.title')}>
        {text('quality.page.none.body')}
      </EmptyPage>
    );
  }
  const names = new Map(product.outputPort.columns.map(({ name, businessName }) => [name, businessName]));
  const broken = (outcome: QualityOutcome) => (outcome.broken.count ?? outcome.broken.fewerThan ?? 0) > 0;
  const inOrder = [...outcomes.filter(broken), ...outcomes.filter((outcome) => !broken(outcome))];
  return (
    <section className={classes.root} aria-label={text('product.page.quality')}>
      <div className={classes.part}>
        <h2>{text('quality.page.summary', { broken: outcomes.filter(broken).length, count: outcomes.length })}</h2>
        <p className={classes.soft}>
          <Phrase id="quality.page.checked" values={{ when: <Ago key="when" value={checkedAt} />, number: version }} />
        </p>
      </div>
      {!complete && (
        <Alert icon={<IconEyeOff size={20} aria-hidden />} color="gray">
          {text('quality.page.limited', { smallest: SMALLEST })}
        </Alert>
      )}
      <ul className={classes.rules} aria-label={text('quality.rules')}>
        {inOrder.map((outcome) => (
          <li key={ruleId(outcome.rule.demand)} className={`${classes.rule} ${classes.told}`}>
            <div>
              <span className={classes.sentence}>
                {ruleText(outcome.rule.demand, (name) => names.get(name) ?? name, text)}
              </span>
              <div className={classes.under}>
                <Kept outcome={outcome} />
              </div>
              {outcome.examples.length > 0 && (
                <ul className={classes.examples} aria-label={text('quality.examples')}>
                  {outcome.examples.map(({ row, value }) => (
                    <li key={row}>
                      {value === null
                        ? text('quality.example.empty', { row })
                        : text('quality.example', { row, value })}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            <span className={classes.soft}>{text(`quality.severity.${outcome.rule.severity}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
