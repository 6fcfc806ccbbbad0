import { Cloth } from './Cloth';

/** Something broke: a cloth whose edge has come loose. */
export function FrayedWeave() {
  return <Cloth columns={9} rows={6} frayed />;
}
