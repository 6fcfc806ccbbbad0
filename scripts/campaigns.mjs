// Long random tests: each is one program of the package mesh-tests whose name begins with "campaign-".
import { ask } from './run.mjs';

const PREFIX = 'campaign-';

/** The names of all campaigns. */
export function campaigns() {
  const metadata = JSON.parse(ask('cargo', ['metadata', '--no-deps', '--format-version', '1']) ?? '{"packages":[]}');
  return metadata.packages
    .filter((entry) => entry.name === 'mesh-tests')
    .flatMap((entry) => entry.targets)
    .filter((target) => target.kind.includes('bin') && target.name.startsWith(PREFIX))
    .map((target) => target.name.slice(PREFIX.length));
}

/** The program of a campaign. */
export const programOf = (name) => PREFIX + name;
