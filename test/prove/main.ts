/** `npm run prove`: the suite must catch every fault of the reference server, and name the right requirement. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { globMatcher } from '../../conformance/server/run/glob.ts';
import { suites } from '../../conformance/server/suites.ts';
import { faults } from '../../reference-server/faults/index.ts';
import { matrixText, summaryLines } from './matrix.ts';
import type { Proof } from './proof.ts';
import { sampleOf } from './sample.ts';
import { leastNamed, namedShare, rareShare, type Summary, summarise } from './summary.ts';
import { proveAll } from './workers.ts';

const document = new URL('../../docs/kill-matrix.md', import.meta.url);

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '*' },
    sample: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    seeds: { type: 'string', default: '20' },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});

// What needs a setting that is off by default has tests of its own.
const experiments = suites.flatMap(({ experiments }) => experiments).filter(({ option }) => option === undefined);
const checked = new Set(experiments.flatMap(({ requirements }) => requirements));
const matches = globMatcher(values.only);
const seen = faults.filter(({ requirement }) => checked.has(requirement));
const chosen = seen.filter(({ id, requirement }) => matches(id) || matches(requirement));
const drawn = values.sample === undefined ? chosen : sampleOf(chosen, Number(values.sample), Number(values.seed));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
if (drawn.length === 0) throw new Error(`no fault matches --only ${values.only}: \`beaconform list\` prints them`);
if (values.sample !== undefined)
  console.log(`${drawn.length} of ${chosen.length} faults, drawn with --seed ${values.seed}`);

const proofs: Proof[] = [];
const broken: string[] = [];
const tasks = drawn.map(({ id }) => ({ fault: id, seeds }));
await proveAll(tasks, Number(values.processes), ({ fault }, proof) => {
  if (proof === null) broken.push(fault);
  else proofs.push(proof);
  console.log(
    `${String(proofs.length + broken.length).padStart(4)} of ${tasks.length}  ${proof ? lineOf(proof) : `NO PROOF  ${fault}: its process hung or broke`}`,
  );
});

const summary = summarise(proofs, new Set(faults.filter(({ rare }) => rare).map(({ id }) => id)));
console.log(`\n${summaryLines(summary)}`);
for (const complaint of complaintsOf(summary)) console.log(complaint);
if (drawn.length === seen.length) {
  const inside = faults.filter(({ requirement }) => !checked.has(requirement));
  writeFileSync(document, matrixText({ proofs, summary, seeds, inside }));
}
const survived = summary.survivors.length + summary.frequent.length + broken.length;
// A small sample may miss the share by chance; a survivor is one too many in any.
const vague = values.sample === undefined && namedShare(summary) < leastNamed;
process.exitCode = survived > 0 || vague ? 1 : 0;

function lineOf({ fault, caught, named, requirement, seconds }: Proof): string {
  const times = caught.filter((run) => run !== null).length;
  const word = times < caught.length ? 'SURVIVED' : 'caught  ';
  return `${word}  ${times}/${caught.length}  ${seconds.toFixed(1)} s  ${fault}${named === requirement ? '' : `  (named first: ${named})`}`;
}

function complaintsOf({ survivors, frequent }: Summary): string[] {
  return [
    ...survivors.map(
      ({ fault, requirement }) =>
        `survived: ${fault} breaks ${requirement}, and its checks passed: make them draw what shows it`,
    ),
    ...frequent.map(
      ({ fault, share }) =>
        `not rare: ${fault} shows in ${(100 * share).toFixed(0)} % of the runs; fewer than ${100 * rareShare} % are expected: narrow it, or do not call it rare`,
    ),
  ];
}
