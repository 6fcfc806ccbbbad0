import { Cloth } from './Cloth';

/** A beginning: the warp is up and the shuttle makes its first ways. */
export function LoomWeave() {
  return <Cloth columns={12} rows={6} woven={2} shuttle />;
}
