import type { Lifecycle } from '#/api/types';
import { Cloth } from './Cloth';

/** A draft is begun cloth, an active product is finished cloth. */
export function LifecycleWeave({ lifecycle }: { lifecycle: Lifecycle }) {
  return <Cloth columns={6} rows={4} woven={lifecycle === 'active' ? 4 : 1} />;
}
