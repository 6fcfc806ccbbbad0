import type { ColumnProfile, ToldCount } from '#/api/types';
import { formatShare, honestShare } from '#/format/number';
import { useText } from '#/messages';
import classes from './Profile.module.css';
import { formatValue, least } from './told';

const WIDTH = 160;
const HEIGHT = 36;

/** Values that occur less often than this stand for nothing but themselves. */
const RARE = 0.01;

interface HistogramProps {
  counts: readonly ToldCount[];
  label: string;
  tall?: boolean;
}

/** How values are spread over their range; a range with any value at all is seen. */
export function Histogram({ counts, label, tall = false }: HistogramProps) {
  const height = tall ? 2 * HEIGHT : HEIGHT;
  const most = Math.max(1, ...counts.map(least));
  const step = WIDTH / counts.length;
  return (
    <svg
      className={tall ? classes.tall : classes.histogram}
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line x1={0} x2={WIDTH} y1={height - 0.5} y2={height - 0.5} className={classes.base} />
      {counts.map((told, index) => {
        const count = least(told);
        const bar = count === 0 ? 0 : Math.max(1.5, (count / most) * (height - 2));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a range is known by its place
            key={index}
            x={index * step + 0.5}
            y={height - 1 - bar}
            width={Math.max(0.5, step - 1)}
            height={bar}
            className={classes.bar}
          />
        );
      })}
    </svg>
  );
}

/** The most frequent values as bars, with their share of the rows that have a value. */
export function TopBars({ column, most }: { column: ColumnProfile; most: number }) {
  const text = useText();
  const filled = column.filled.count ?? 0;
  return (
    <ul className={classes.top}>
      {column.topValues.slice(0, most).map(({ value, count }) => {
        const share = filled === 0 ? 0 : count / filled;
        return (
          <li key={value}>
            <span className={classes.topBar} style={{ inlineSize: `${Math.max(1, share * 100)}%` }} aria-hidden />
            <bdi className={classes.topValue}>{formatValue(column.type, value)}</bdi>
            <span className={classes.topShare}>
              {share < RARE ? text('profile.rare') : formatShare(honestShare(share))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What there is to see of a column in a glance: its spread, or its most frequent values. */
export function Glance({ column }: { column: ColumnProfile }) {
  const text = useText();
  const first = column.topValues[0]?.count ?? 0;
  const frequent = first > 1 && first >= 2 * RARE * (column.filled.count ?? 0);
  const few = (column.distinct.count ?? Number.POSITIVE_INFINITY) <= 5;
  if (column.histogram.length > 1 && !few) {
    const at = (share: number) => column.quantiles.find((each) => each.share === share)?.value;
    const [from, to] = [at(0.05) ?? column.min ?? '', at(0.95) ?? column.max ?? ''];
    const label = text('profile.chart.histogram', {
      from: formatValue(column.type, from),
      to: formatValue(column.type, to),
    });
    return <Histogram counts={column.histogram} label={label} />;
  }
  if (frequent) return <TopBars column={column} most={3} />;
  const form = column.patterns[0];
  if (form) return <code className={classes.form}>{form.value}</code>;
  return null;
}
