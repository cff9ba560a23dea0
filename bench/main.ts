/**
 * `node bench/main.ts [--stored N]`: the product's numbers, each with a calibration measured in the same run, as a table
 * and as JSON. `--stored` is the number of hits the long load leaves behind; default 1,000,000.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { growth } from './growth.ts';
import { parsing } from './parsing.ts';
import { holds, type Row, table } from './row.ts';
import { shrinking, wholeRun } from './run.ts';
import { throughput } from './throughput.ts';

const { values } = parseArgs({ options: { stored: { type: 'string', default: '1000000' } } });
const folder = mkdtempSync(join(tmpdir(), 'beaconform-bench-'));
const database = join(folder, 'store');
const rows: Row[] = [];
for (const measure of [
  wholeRun,
  () => throughput(database, 40_000),
  () => growth(database, Number(values.stored)),
  async () => parsing(),
  shrinking,
]) {
  rows.push(...(await measure()));
}
rmSync(folder, { recursive: true });
process.stdout.write(
  `${table(rows)}\n\n${JSON.stringify(
    rows.map((row) => ({ ...row, met: holds(row) })),
    null,
    2,
  )}\n`,
);
