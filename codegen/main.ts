/** `node codegen/main.ts` writes `generated/`; with `--check` it writes nothing and exits 1 when a file has drifted. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { driftOf, write } from './output.ts';
import { SpecError } from './problems.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

try {
  const files = await generate(root);
  const drift = driftOf(root, files);
  if (!values.check) {
    write(root, files, drift);
    console.log(`generated/: ${files.size} files, ${drift.length} changed`);
  } else if (drift.length > 0) {
    for (const { path, fault } of drift)
      console.error(`generated/${path} ${fault}: run node codegen/main.ts and commit it`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(error.message);
  console.error(`${error.problems.length} faults in the spec; nothing was written`);
  process.exitCode = 1;
}
