// The Python that reads published tables independently, with exactly the listed packages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, Refusal, run, say } from './run.mjs';
import { markOf } from './stamps.mjs';
import { toolFolder } from './target.mjs';

const REQUIREMENTS = 'tests/python/requirements.txt';

/** The interpreter's path; its environment is made once for each list of packages. */
export async function python() {
  const folder = join(toolFolder, `python-${markOf([REQUIREMENTS]).slice(0, 12)}`);
  const interpreter = join(folder, 'bin', 'python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return interpreter;
  say('Installing the independent reader (Python) …');
  if (ask('python3', ['-m', 'venv', '--clear', folder]) === null) {
    throw new Refusal('Python cannot make an environment: install the package "python3-venv".');
  }
  await run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', REQUIREMENTS]);
  await run('touch', [complete]);
  return interpreter;
}
