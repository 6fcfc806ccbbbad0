// The Python of tests and benchmarks, with exactly the listed packages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ask, Refusal, run, say } from './run.mjs';
import { markOf } from './stamps.mjs';
import { toolFolder } from './target.mjs';

/** Of the program that reads published tables independently. */
const READER = 'tests/python/requirements.txt';

/** The interpreter's path; its environment is made once for each list of packages. */
export async function python(requirements = READER) {
  const folder = join(toolFolder, `python-${markOf([requirements]).slice(0, 12)}`);
  const interpreter = join(folder, 'bin', 'python');
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return interpreter;
  say(`Installing the Python packages of ${requirements} …`);
  if (ask('python3', ['-m', 'venv', '--clear', folder]) === null) {
    throw new Refusal('Python cannot make an environment: install the package "python3-venv".');
  }
  await run(interpreter, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  await run('touch', [complete]);
  return interpreter;
}
