import { IconChevronRight, IconUserShield } from '@tabler/icons-react';
import { memo, useId } from 'react';
import type { ColumnMarks, ColumnProfile } from '#/api/types';
import { formatCount, formatShare, honestShare } from '#/format/number';
import { type TextOf, useText } from '#/messages';
import { Glance } from './Charts';
import classes from './Profile.module.css';
import { ProfileDetail } from './ProfileDetail';
import { filledShare, formatValue, isUnique, plainType, sureness } from './told';

interface ProfileRowProps {
  column: ColumnProfile;
  /** What its owner says of it. */
  marks: ColumnMarks | undefined;
  opened: boolean;
  onToggle: (name: string) => void;
}

/** A column of the table, and below it all that is known of it once it is opened. */
export const ProfileRow = memo(function ProfileRow({ column, marks, opened, onToggle }: ProfileRowProps) {
  const text = useText();
  const id = useId();
  const { name, businessName, type, meaning } = column;
  const plain = plainType(column);
  return (
    <>
      <tr className={classes.row} data-opened={opened || undefined}>
        <th scope="row" className={classes.column}>
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={opened}
            aria-controls={opened ? id : undefined}
            aria-label={text('profile.details', { column: businessName })}
            onClick={() => onToggle(name)}
          >
            <IconChevronRight size={16} aria-hidden className={classes.chevron} />
            <bdi className={classes.name}>{businessName}</bdi>
          </button>
          <span className={classes.type}>{text(`table.type.${type}`)}</span>
        </th>
        <td>
          {meaning === null ? (
            <span className={plain === null ? classes.soft : classes.meaning}>
              {text(plain === null ? 'profile.unclear' : `profile.plain.${plain}`)}
            </span>
          ) : (
            <>
              <span className={classes.meaning}>{text(`profile.kind.${meaning.kind}`)}</span>
              <span className={classes.soft}>{text(`profile.sure.${sureness(meaning.confidence)}`)}</span>
              {meaning.personal && <PersonalMark />}
            </>
          )}
        </td>
        <td>
          <Filled column={column} />
        </td>
        <td className={classes.end}>
          <span className="tabular">{distinctText(column, text)}</span>
          {isUnique(column) && <span className={classes.soft}>{text('profile.unique')}</span>}
        </td>
        <td>
          <Range column={column} />
        </td>
        <td>
          <Glance column={column} />
        </td>
      </tr>
      {opened && (
        <tr className={classes.detailRow} id={id}>
          <td colSpan={6}>
            <ProfileDetail column={column} marks={marks} />
          </td>
        </tr>
      )}
    </>
  );
});

/** Marks personal data by word and sign. */
function PersonalMark() {
  const text = useText();
  return (
    <span className={classes.personal}>
      <IconUserShield size={14} aria-hidden />
      {text('profile.personal')}
    </span>
  );
}

function Filled({ column }: { column: ColumnProfile }) {
  const text = useText();
  const share = filledShare(column);
  return (
    <div className={classes.filled}>
      <span className="tabular">{filledText(column, text)}</span>
      {share !== null && (
        <span className={classes.track} aria-hidden>
          <span className={classes.fill} style={{ inlineSize: `${honestShare(share) * 100}%` }} />
        </span>
      )}
    </div>
  );
}

function filledText(column: ColumnProfile, text: TextOf): string {
  const { filled, missing } = column;
  if (missing.fewerThan != null) return text('profile.filled.fewMissing', { count: missing.fewerThan });
  if (filled.fewerThan != null) return text('profile.filled.fewFilled', { count: filled.fewerThan });
  if (missing.count === 0 && filled.count !== 0) return text('profile.filled.complete');
  if (filled.count === 0) return text('profile.filled.empty');
  return formatShare(honestShare(filledShare(column) ?? 0));
}

function distinctText({ distinct, distinctIsExact }: ColumnProfile, text: TextOf): string {
  if (distinct.count === null) return text('profile.fewer', { count: distinct.fewerThan ?? 0 });
  const count = formatCount(distinct.count);
  return distinctIsExact ? count : text('profile.about', { count });
}

function Range({ column }: { column: ColumnProfile }) {
  const text = useText();
  const { min, max, type, lengths, rangeTold, meaning, filled } = column;
  if (!rangeTold && filled.count !== 0) {
    return (
      <span
        className={classes.soft}
        title={text(meaning?.personal === true ? 'profile.range.personal' : 'profile.range.rows')}
      >
        {text('profile.range.hidden')}
      </span>
    );
  }
  if (type === 'string' || type === 'binary') {
    if (lengths == null) return null;
    return (
      <span className="tabular">
        {lengths.min === lengths.max
          ? text('profile.range.lengths', { min: lengths.min })
          : text('profile.range.lengthsFromTo', { min: lengths.min, max: lengths.max })}
      </span>
    );
  }
  if (min === null || max === null || type === 'boolean') return null;
  // The time of day is told below; here it would only hide the days.
  const shown = (value: string) => formatValue(type === 'timestamp' ? 'date' : type, value);
  const [from, to] = [shown(min), shown(max)];
  return <span className="tabular">{from === to ? from : text('profile.range.fromTo', { from, to })}</span>;
}
