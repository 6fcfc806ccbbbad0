import { createContext, useContext } from 'react';
import type { DataProduct, QualityRule } from '#/api/types';

/** The product and its promises as they were when the wizard opened: what the file is compared with. */
export interface Compared {
  product: DataProduct;
  promised: readonly QualityRule[];
}

export const Compared = createContext<Compared | null>(null);

export function useCompared(): Compared {
  const compared = useContext(Compared);
  if (compared === null) throw new Error('a step of this wizard stands outside of it');
  return compared;
}
