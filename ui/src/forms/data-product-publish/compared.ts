import { createContext, useContext } from 'react';
import type { DataProduct } from '#/api/types';

/** The product as it was when the wizard opened: what the file is compared with. */
export const Compared = createContext<DataProduct | null>(null);

export function useCompared(): DataProduct {
  const product = useContext(Compared);
  if (product === null) throw new Error('a step of this wizard stands outside of it');
  return product;
}
