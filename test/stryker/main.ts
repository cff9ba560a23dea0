/** `npm run stryker`: the suite must see nearly every change that StrykerJS makes to the reference server. */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { draw } from './draw.ts';
import { keep, readEarlier } from './earlier.ts';
import { complaintsAbout, readEquivalents } from './equivalents.ts';
import { instrument } from './mutants.ts';
import { complaintsOf, killedShare, percent, scoreOf, short } from './score.ts';
import { semanticFiles } from './semantics.ts';
import { tableText } from './table.ts';
import { Trials, type Verdict } from './trials.ts';

const document = new URL('../../docs/mutants.md', import.meta.url);

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '300' },
    /** Parts of `file:line:column`: tries only those of the sample, and writes nothing. */
    only: { type: 'string', multiple: true, default: [] },
    /** File of verdicts: those seen in an earlier run are taken from it, and the new ones added. */
    resume: { type: 'string' },
    runs: { type: 'string', default: '50' },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});
const [seed, sample, runs, processes] = [values.seed, values.sample, values.runs, values.processes].map(Number) as [
  number,
  number,
  number,
  number,
];

const equivalents = readEquivalents();
const instrumented = await instrument(semanticFiles());
const { mutants } = instrumented;
const { only } = values;
const drawn = draw(mutants, sample, seed).filter(
  ({ at }) => only.length === 0 || only.some((part) => at.includes(part)),
);
if (drawn.length === 0) throw new Error(`--only ${only.join(' or ')}: no mutant of the sample is at such a place`);
console.log(`${drawn.length} of ${mutants.length} mutants, drawn with --seed ${seed}`);

const verdicts: Verdict[] = values.resume === undefined ? [] : readEarlier(values.resume, drawn);
const judged = new Set(verdicts.map(({ mutant }) => mutant));
const left = drawn.filter((mutant) => !judged.has(mutant));
if (judged.size > 0) console.log(`${judged.size} of them are known from ${values.resume}`);
const trials = new Trials(instrumented, { seed, runs, processes });
try {
  await trials.prepare();
  await trials.tryAll(left, (verdict) => {
    verdicts.push(verdict);
    if (values.resume !== undefined) keep(values.resume, verdict);
    console.log(`${String(verdicts.length).padStart(4)} of ${drawn.length}  ${lineOf(verdict)}`);
  });
} finally {
  trials.remove();
}

const order = new Map(drawn.map((mutant, index) => [mutant, index]));
verdicts.sort((a, b) => (order.get(a.mutant) ?? 0) - (order.get(b.mutant) ?? 0));
const score = scoreOf(verdicts, equivalents);
const complaints = [...complaintsAbout(equivalents, mutants), ...complaintsOf(score)];
for (const complaint of complaints) console.log(complaint);
const { counts } = score;
console.log(
  `\nseed ${seed}: ${percent(killedShare(score))} killed (${counts.killed} by a check, ${counts.answered} by another answer, ` +
    `${counts.crashed} crashed, ${counts.timeout} hung), ${counts.equivalent} equivalent, ${counts.survived} survived, ${counts.unreached} unreached`,
);
if (only.length === 0) writeFileSync(document, tableText({ mutants, verdicts, score, seed, runs }));
process.exitCode = complaints.length > 0 ? 1 : 0;

function lineOf({ mutant: { at, code, replacement }, fate, named }: Verdict): string {
  return `${fate.padEnd(9)}  ${at}  ${short(code)} → ${short(replacement)}${named === undefined ? '' : `  (${named})`}`;
}
