import { formatCount } from '#/format/number';
import classes from './Facets.module.css';

export interface Facet<F extends string> {
  value: F;
  label: string;
  /** Unknown while it is being counted. */
  count: number | undefined;
  /** Stands at the end, for what isn't shown otherwise. */
  apart?: boolean;
}

interface FacetsProps<F extends string> {
  label: string;
  facets: readonly Facet<F>[];
  value: F;
  onChoose: (facet: F) => void;
}

/** Kinds of what a list holds, with how many of each; one is chosen. */
export function Facets<F extends string>({ label, facets, value, onChoose }: FacetsProps<F>) {
  return (
    <fieldset aria-label={label} className={classes.root} style={{ border: 0, margin: 0, padding: 0 }}>
      {facets.map((facet) => (
        <button
          key={facet.value}
          type="button"
          className={classes.facet}
          aria-pressed={facet.value === value}
          data-apart={facet.apart || undefined}
          onClick={() => onChoose(facet.value)}
        >
          {facet.label}
          {facet.count !== undefined && <span className={classes.count}>{formatCount(facet.count)}</span>}
        </button>
      ))}
    </fieldset>
  );
}
