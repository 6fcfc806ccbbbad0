import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SCRIPT = `
import json, os, sys
from deltalake import DeltaTable
print(json.dumps(DeltaTable(sys.argv[1]).to_pyarrow_table().to_pylist(), default=str), flush=True)
# The reader's threads may outlive the interpreter, which then aborts; all is said by now.
os._exit(0)
`;

/** The rows of the newest table in a workspace's folder, read by Python's deltalake, which shares no code with us. */
export function newestTable(folder: string): readonly Readonly<Record<string, unknown>>[] {
  const tables = join(folder, 'tables');
  // Ids begin with the time at which they were made.
  const product = readdirSync(tables).sort().at(-1) ?? '';
  const done = spawnSync(
    process.env['SELVEDGE_TEST_PYTHON'] ?? 'python3',
    ['-c', SCRIPT, join(tables, product, 'default')],
    { encoding: 'utf8', maxBuffer: 64 << 20 },
  );
  if (done.status !== 0) throw new Error(`the table could not be read: ${done.stderr}`);
  return JSON.parse(done.stdout);
}
