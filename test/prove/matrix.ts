/** The kill matrix as a document. */
import type { FaultFacts } from '../../reference-server/faults/index.ts';
import type { Proof } from './proof.ts';
import { namedShare, type Summary } from './summary.ts';

export interface Matrix {
  proofs: readonly Proof[];
  summary: Summary;
  seeds: readonly number[];
  /** Faults of what no request shows: they are proved inside the server, by its own tests. */
  inside: readonly FaultFacts[];
}

/** Markdown, without a date: the same proofs give the same text. */
export function matrixText({ proofs, summary, seeds, inside }: Matrix): string {
  const rows = [...proofs].sort((a, b) => (a.fault < b.fault ? -1 : 1));
  return `<!-- Written by \`npm run prove\`; do not edit. -->
# Kill matrix

Each fault makes the reference server break one requirement. *Caught*: at how many of ${seeds.length} seeds a check of
that requirement failed within 100 runs; then after how many runs, as the median and the worst of the seeds, and the
share of the runs that show the fault. *Named first*: whether that requirement is the first one named by a run of all
checks of the protocol (25 runs, too few to show every rare fault); *others* counts the further requirements that fail in it.

${summaryLines(summary)}

| fault | requirement | caught | median | worst | share | named first | others |
|---|---|--:|--:|--:|--:|---|--:|
${rows.map(row).join('\n')}

## Proved inside

No request shows these requirements, or only under settings that a run cannot have: the tests of the server itself
catch their faults.

| fault | requirement |
|---|---|
${[...inside]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
  .map(({ id, requirement }) => `| ${id} | ${requirement} |`)
  .join('\n')}
`;
}

export function summaryLines(summary: Summary): string {
  const { proofs, survivors, others, misnamed, unseen } = summary;
  const seen = proofs - unseen.length;
  return `${proofs} faults, ${proofs - survivors.length} caught at every seed, ${survivors.length} survived; of ${seen} that a full run shows ${seen - misnamed.length} (${percent(namedShare(summary))}) are named first; ${(others / proofs).toFixed(1)} other requirements fail with a fault on average.`;
}

function row({ fault, requirement, caught, share, named, others }: Proof): string {
  const runs = caught.filter((run) => run !== null).sort((a, b) => a - b);
  const median = runs[Math.floor((runs.length - 1) / 2)] ?? '–';
  const first = named === requirement ? 'yes' : (named ?? 'nothing');
  const cells = [fault, requirement, runs.length, median, runs.at(-1) ?? '–', percent(share), first, others];
  return `| ${cells.join(' | ')} |`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}
