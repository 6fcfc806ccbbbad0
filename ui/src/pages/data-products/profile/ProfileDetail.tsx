import type { ReactNode } from 'react';
import type { ColumnMarks, ColumnProfile } from '#/api/types';
import { reasonsFor } from '#/components/columns/evidence';
import { MarkChips } from '#/components/columns/marks/MarkChips';
import { markWords } from '#/components/columns/marks/marks';
import { formatCount, formatShare, formatShort, honestShare } from '#/format/number';
import { Fact, Facts } from '#/kit/Page';
import { type TextOf, useText } from '#/messages';
import { Histogram, TopBars } from './Charts';
import classes from './Profile.module.css';
import { formatValue, plainType } from './told';

/** All that is known of a column: why it is thought to mean what it does, how its values are spread, which are frequent. */
export function ProfileDetail({ column, marks }: { column: ColumnProfile; marks: ColumnMarks | undefined }) {
  const text = useText();
  const { type, quantiles, histogram, topValues, patterns, min, max, mean, standardDeviation, lengths } = column;
  const at = (share: number) => quantiles.find((each) => each.share === share)?.value;
  const shown = (value: string | null | undefined) => (value == null ? null : formatValue(type, value));
  const [median, low, high] = [shown(at(0.5)), shown(at(0.25)), shown(at(0.75))];
  const frequent = topValues.filter(({ count }) => count > 1);
  return (
    <div className={classes.detail}>
      <Part title={text('profile.why')}>
        <ul className={classes.why}>
          {reasons(column, text).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {marks !== undefined && markWords(marks, text).length > 0 && (
          <>
            <p className={classes.none}>{text('marks.said.owner')}</p>
            <MarkChips marks={marks} />
          </>
        )}
      </Part>
      <Part title={text('profile.detail.spread')}>
        {histogram.length > 1 && (
          <Histogram
            tall
            counts={histogram}
            label={text('profile.chart.histogram', {
              from: shown(at(0.05) ?? min) ?? '',
              to: shown(at(0.95) ?? max) ?? '',
            })}
          />
        )}
        <div className={classes.facts}>
          <Facts>
            {column.missing.count !== null && (
              <Fact name={text('profile.detail.missing')}>
                <span className="tabular">{formatCount(column.missing.count)}</span>
              </Fact>
            )}
            {min !== null && (
              <Fact name={text('profile.detail.min')}>{<bdi className="tabular">{shown(min)}</bdi>}</Fact>
            )}
            {max !== null && (
              <Fact name={text('profile.detail.max')}>{<bdi className="tabular">{shown(max)}</bdi>}</Fact>
            )}
            {median !== null && <Fact name={text('profile.detail.median')}>{median}</Fact>}
            {low !== null && high !== null && (
              <Fact name={text('profile.detail.middle')}>{text('profile.range.fromTo', { from: low, to: high })}</Fact>
            )}
            {mean !== null && <Fact name={text('profile.detail.mean')}>{shown(mean)}</Fact>}
            {standardDeviation !== null && (
              <Fact name={text('profile.detail.deviation')}>{formatValue('number', standardDeviation)}</Fact>
            )}
            {lengths != null && (
              <Fact name={text('profile.detail.lengths')}>
                {text('profile.detail.meanLength', { count: formatShort(lengths.mean) })}
              </Fact>
            )}
          </Facts>
        </div>
      </Part>
      {topValues.length > 0 && (
        <Part title={text(column.topValuesAreExact ? 'profile.detail.top' : 'profile.detail.topAtLeast')}>
          {frequent.length > 0 ? (
            <TopBars column={column} most={10} />
          ) : (
            <p className={classes.none}>{text('profile.detail.lone')}</p>
          )}
        </Part>
      )}
      {patterns.length > 0 && (
        <Part title={text('profile.detail.patterns')}>
          <ul className={classes.forms}>
            {patterns.map(({ value, count }) => (
              <li key={value}>
                <code className={classes.form}>{value}</code>
                <span className="tabular">
                  {column.filled.count === null
                    ? formatCount(count)
                    : formatShare(honestShare(count / Math.max(1, column.filled.count)))}
                </span>
              </li>
            ))}
          </ul>
          <p className={classes.none}>{text('profile.detail.patterns.body')}</p>
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <p className={classes.partTitle}>{title}</p>
      {children}
    </section>
  );
}

/** Why a column is thought to mean what it does, in sentences. */
function reasons(column: ColumnProfile, text: TextOf): string[] {
  const { meaning } = column;
  if (meaning === null) return [text(plainType(column) === null ? 'profile.why.unclear' : 'profile.why.plain')];
  return reasonsFor(meaning, text);
}
