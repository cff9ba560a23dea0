import { visible } from '../../reports/visible.ts';
import type { RunOptions } from '../../run/options.ts';
import { withoutTokens } from '../../run/redact.ts';
import { doorUrl } from '../../run/trackers.ts';
import { type BundledCase, withSources } from '../bundled-case.ts';
import { expectationsOf } from '../expectations.ts';
import type { Observed } from '../observed.ts';
import { assertionLines } from './assertions.ts';
import { constantOf, string } from './quote.ts';
import { readingFunctions } from './reading.ts';
import { needsHttp, sendingFunction, sendLine } from './sending.ts';
import { slotLines } from './slots.ts';

export interface TestOptions {
  run: RunOptions;
  /** Rows can be read over the records door; else only answers are judged. */
  door: boolean;
  /** What was seen, run by run. */
  observed: readonly Observed[];
}

/** `repro.test.ts`: fails while the target does what it did, passes when it does what it must. Needs only vitest. */
export function testScript(bundled: BundledCase, { run, door, observed }: TestOptions): string {
  const { facts, requirement, requests, scenario } = bundled;
  const all = expectationsOf(scenario, requirement);
  const expectations = door ? all : { ...all, rows: [], relations: [], absent: [] };
  const reads = expectations.rows.length + expectations.relations.length + expectations.absent.length > 0;
  const sentence = facts.requirements[requirement]?.sentence ?? requirement;
  const body = [
    'const answers: Answer[] = [];',
    ...requests.map((request) => `answers.push(${sendLine(request)});`),
    ...assertionLines(bundled, expectations, observed),
  ];
  const slots = slotsUsed(bundled, observed, body.join('\n'));
  const parts = [
    introduction(bundled, run),
    importLines(bundled, slots),
    `const tracker = process.env.BEACONFORM_TRACKER ?? ${string(bundled.protocol.trackerUrl)};`,
    ...(reads ? readerLines(run) : []),
    ...(slots.length > 0 ? ['', ...slotLines(slots)] : []),
    '',
    `test(${string(sentence)}, { timeout: 30_000 }, async (${body.some((line) => line.startsWith('context.')) ? 'context' : ''}) => {`,
    ...body.map((line) => `  ${line}`),
    '});',
    '',
    sendingFunction(bundled),
    ...(reads ? [readingFunctions(bundled, expectations)] : []),
    ...(slots.some((slot) => /^(visitor|tag|text)_/.test(slot)) ? [hexFunction] : []),
  ];
  return `${parts.join('\n').trimEnd()}\n`;
}

function introduction({ check, facts, requirement, target }: BundledCase, run: RunOptions): string {
  const known = facts.requirements[requirement];
  const plain = (text: string) => withoutTokens(visible(text), target);
  return [
    `// ${known?.level ?? ''} ${requirement}. Source: ${known?.source ?? ''}`,
    `// Beaconform ${run.toolVersion} found: ${plain(check.reason ?? '')}`,
    `// Replay: ${plain(check.reproduce?.command ?? '')}`,
  ].join('\n');
}

/** Those of the case, and those that only an answer showed. */
function slotsUsed({ slots }: BundledCase, observed: readonly Observed[], body: string): string[] {
  const shown = observed.flatMap(({ values }) => [...values.keys()]);
  return withSources([...slots, ...shown.filter((slot) => body.includes(`\${${constantOf(slot)}}`))]);
}

function importLines(bundled: BundledCase, slots: readonly string[]): string {
  const random = [
    ...(slots.some((slot) => /^(visitor|tag|text)_/.test(slot)) ? ['randomBytes'] : []),
    ...(slots.some((slot) => slot.startsWith('address_')) ? ['randomInt'] : []),
    ...(slots.some((slot) => slot.startsWith('uuid_')) ? ['randomUUID'] : []),
  ];
  return [
    ...(random.length > 0 ? [`import { ${random.join(', ')} } from "node:crypto";`] : []),
    ...(needsHttp(bundled) ? ['import { request } from "node:http";'] : []),
    'import { expect, test } from "vitest";',
    '',
  ].join('\n');
}

function readerLines(run: RunOptions): string[] {
  return [
    `const door = process.env.BEACONFORM_READER_URL ?? ${string(doorUrl(run))};`,
    'const readerToken = process.env.BEACONFORM_TOKEN ?? "";',
    '/** How long what was stored is awaited. */',
    'const patience = { timeout: 5_000, interval: 100 };',
  ];
}

const hexFunction = `function hex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}
`;
