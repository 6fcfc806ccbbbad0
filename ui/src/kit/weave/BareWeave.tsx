import { Cloth } from './Cloth';

/** Nothing here yet: the warp waits. */
export function BareWeave() {
  return <Cloth columns={10} rows={6} woven={0} />;
}
