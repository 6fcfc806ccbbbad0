import type { Reject } from '#/api/types';
import { formatCount } from '#/format/number';
import { useText } from '#/messages';
import classes from './Intake.module.css';

/** Rows that don't fit their table: where they stand, why, and what they say. */
export function RejectList({ rejects }: { rejects: readonly Reject[] }) {
  const text = useText();
  return (
    <div className={classes.rejects}>
      <table aria-label={text('product.intake.rejects')}>
        <thead>
          <tr>
            <th scope="col">{text('product.intake.rejects.line')}</th>
            <th scope="col">{text('product.intake.rejects.reason')}</th>
            <th scope="col">{text('product.intake.rejects.text')}</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map(({ line, reason, expected, found, text: row }) => (
            <tr key={line}>
              <td className="tabular">{formatCount(line)}</td>
              <td>{text(`product.intake.reason.${reason}`, { expected, found })}</td>
              <td>
                <bdi className={classes.row} title={row}>
                  {row}
                </bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
