import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = `
import datetime, sys
import pyarrow, pyarrow.parquet
table = pyarrow.table({
    "Sensor": pyarrow.array([18446744073709551615, 7, 8], pyarrow.uint64()),
    "Never filled": pyarrow.nulls(3),
    "Opens at": pyarrow.array([datetime.time(8, 30), None, datetime.time(22, 0)], pyarrow.time64("us")),
    "Price (EUR), net": pyarrow.array([1.5, None, 3.25], pyarrow.float64()),
    "Name": ["<b>bold</b>", "\\u0645\\u0628\\u064a\\u0639\\u0627\\u062a", ""],
})
pyarrow.parquet.write_table(table, sys.argv[1])
`;

/** A Parquet file with the types that few programs can hold, written by a program that isn't ours. */
export function sensors(): { name: string; bytes: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'selvedge-parquet-'));
  try {
    const path = join(folder, 'sensors.parquet');
    const done = spawnSync(process.env['SELVEDGE_TEST_PYTHON'] ?? 'python3', ['-c', SCRIPT, path], {
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`no Parquet file could be made: ${done.stderr}`);
    return { name: 'sensors.parquet', bytes: readFileSync(path) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
