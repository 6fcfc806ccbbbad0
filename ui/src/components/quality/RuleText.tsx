import type { QualityDemand } from '#/api/types';
import type { TextOf } from '#/messages';

const LISTED = 6;

/** A rule as a sentence; `nameOf` tells how people call a column. */
export function ruleText(demand: QualityDemand, nameOf: (column: string) => string, text: TextOf): string {
  switch (demand.kind) {
    case 'not-empty':
      return text('quality.rule.notEmpty', { column: nameOf(demand.column) });
    case 'unique':
      return text('quality.rule.unique', {
        count: demand.columns.length,
        columns: demand.columns.map(nameOf).join(', '),
      });
    case 'one-of': {
      const { values } = demand;
      return text('quality.rule.oneOf', {
        column: nameOf(demand.column),
        values: values.slice(0, LISTED).join(', '),
        more: Math.max(0, values.length - LISTED),
      });
    }
    case 'between':
      return text('quality.rule.between', {
        column: nameOf(demand.column),
        min: demand.min ?? '',
        max: demand.max ?? '',
        has: demand.min == null ? 'max' : demand.max == null ? 'min' : 'both',
      });
    case 'matches':
      return text('quality.rule.matches', { column: nameOf(demand.column), pattern: demand.pattern });
    case 'max-length':
      return text('quality.rule.maxLength', { column: nameOf(demand.column), length: demand.length });
    case 'row-count':
      return text('quality.rule.rowCount', {
        min: demand.min ?? 0,
        max: demand.max ?? 0,
        has: demand.min == null ? 'max' : demand.max == null ? 'min' : 'both',
      });
  }
}
