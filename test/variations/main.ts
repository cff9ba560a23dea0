/** `npm run variations [--seeds 20] [--runs 10] [ID…]`: what a conforming server may do otherwise must pass. */
import { parseArgs } from 'node:util';
import { type Varied, varyingServer } from './run.ts';
import type { Variation } from './variation.ts';
import { variations } from './variations.ts';

const { values, positionals } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, runs: { type: 'string', default: '10' } },
  allowPositionals: true,
});
const seeds = Number(values.seeds);
const chosen = variations.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
// Suite and server are a process each: two variations at a time are as much as two cores take.
const lanes = 2;

interface Outcome {
  passed: number;
  requests: number;
  changed: number;
}

/** What a run must show, or why it does not. */
function fault({ code, report, changed }: Varied): string | undefined {
  const failed = report.requirements.filter(({ status }) => status === 'failed').map(({ id }) => id);
  if (code !== 0) return `exit ${code}: ${failed.join(', ') || 'no requirement failed'}`;
  if (!report.complete || report.summary.passed === 0) return 'it came to no verdict';
  return changed === 0 ? 'nothing was varied' : undefined;
}

async function tested(variation: Variation): Promise<Outcome> {
  const server = await varyingServer(variation);
  const outcome = { passed: 0, requests: 0, changed: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const run = await server.test(seed, Number(values.runs));
    const wrong = fault(run);
    if (wrong === undefined) outcome.passed += 1;
    else process.stdout.write(`${variation.id}, seed ${seed}: ${wrong}\n${run.output}\n`);
    outcome.requests += run.report.requestsSent;
    outcome.changed += run.changed;
  }
  await server.stop();
  process.stdout.write(`${variation.id}: ${outcome.passed} of ${seeds} seeds passed\n`);
  return outcome;
}

const started = performance.now();
const waiting = [...chosen];
const outcomes = new Map<Variation, Outcome>();
async function lane(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.set(next, await tested(next));
}
await Promise.all(Array.from({ length: lanes }, lane));

process.stdout.write('variation            protocols        seeds passed   requests   answers varied\n');
for (const variation of chosen) {
  const { passed, requests, changed } = outcomes.get(variation) as Outcome;
  const columns = [
    variation.id.padEnd(20),
    variation.protocols.join(', ').padEnd(16),
    `${passed} of ${seeds}`.padEnd(12),
  ];
  process.stdout.write(`${[...columns, String(requests).padStart(10), String(changed).padStart(16)].join(' ')}\n`);
}
process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0)} s\n`);
const all = chosen.length > 0 && chosen.every((one) => outcomes.get(one)?.passed === seeds);
process.exitCode = all ? 0 : 1;
