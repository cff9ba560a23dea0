/** `npm run prove`: the suite must catch every fault of the reference server, and name the right requirement. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { globMatcher } from '../../conformance/server/run/glob.ts';
import { matrixText, summaryLines } from './matrix.ts';
import type { Proof } from './proof.ts';
import { readProofs, renewed, writeProofs } from './record.ts';
import { sampleOf } from './sample.ts';
import { inside, rare, seen } from './seen.ts';
import { leastNamed, namedShare, rareShare, type Summary, summarise } from './summary.ts';
import { proveAll } from './workers.ts';

const document = new URL('../../docs/kill-matrix.md', import.meta.url);
const record = new URL('proofs.ndjson', import.meta.url);
// The document speaks of so many.
const usualSeeds = 20;

const { values } = parseArgs({
  options: {
    /** Globs of faults or requirements; may be given several times. */
    only: { type: 'string', multiple: true, default: ['*'] },
    sample: { type: 'string' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    seeds: { type: 'string', default: String(usualSeeds) },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});

const globs = values.only.map(globMatcher);
const chosen = seen.filter(({ id, requirement }) => globs.some((matches) => matches(id) || matches(requirement)));
const drawn = values.sample === undefined ? chosen : sampleOf(chosen, Number(values.sample), Number(values.seed));
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
if (drawn.length === 0)
  throw new Error(`no fault matches --only ${values.only.join(' or ')}: \`beaconform list\` prints them`);
if (values.sample !== undefined)
  console.log(`${drawn.length} of ${chosen.length} faults, drawn with --seed ${values.seed}`);

const start = performance.now();
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

const summary = summarise(proofs, rare);
console.log(`\n${summaryLines(summary)} ${((performance.now() - start) / 60_000).toFixed(1)} minutes.`);
for (const complaint of complaintsOf(summary)) console.log(complaint);
if (values.sample === undefined && seeds.length === usualSeeds) renewDocument();
const survived = summary.survivors.length + summary.frequent.length + broken.length;
// A few of them may miss the share by chance; a survivor is one too many in any.
const vague = drawn.length === seen.length && namedShare(summary) < leastNamed;
process.exitCode = survived > 0 || vague ? 1 : 0;

/** Rows of faults that were not proved this time stay as they were. */
function renewDocument(): void {
  const all = renewed(readProofs(record), proofs, seen);
  writeProofs(record, all);
  writeFileSync(document, matrixText({ proofs: all, summary: summarise(all, rare), seeds, inside }));
}

function lineOf({ fault, caught, named, requirement }: Proof): string {
  const times = caught.filter((run) => run !== null).length;
  const word = times < caught.length ? 'SURVIVED' : 'caught  ';
  return `${word}  ${times}/${caught.length}  ${fault}${named === requirement ? '' : `  (named first: ${named})`}`;
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
