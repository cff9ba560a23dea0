import { visible } from '../../reports/visible.ts';
import type { RunOptions } from '../../run/options.ts';
import { withoutTokens } from '../../run/redact.ts';
import { doorUrl } from '../../run/trackers.ts';
import type { BundledCase } from '../bundled-case.ts';
import { type Expectations, expectationsOf } from '../expectations.ts';
import { comparisonLines } from './comparison.ts';
import { literal } from './quote.ts';
import { sendingLines } from './sending.ts';
import { slotLines } from './slots.ts';

export interface ScriptOptions {
  run: RunOptions;
  /** Rows can be read over the records door. */
  door: boolean;
}

/** `repro.sh`: sends the case with values that no other run has, and shows what was stored beside what must be. */
export function shellScript(bundled: BundledCase, { run, door }: ScriptOptions): string {
  const expectations = expectationsOf(bundled.scenario, bundled.requirement);
  const lines = [
    '#!/bin/sh',
    ...introduction(bundled, run).map((line) => `# ${line}`.trimEnd()),
    '# shellcheck disable=SC2046 # what is not in quotes is several words on purpose',
    'set -u',
    '',
    `tracker=\${BEACONFORM_TRACKER:-${literal(bundled.protocol.trackerUrl)}}`,
    ...(door ? [`door=\${BEACONFORM_READER_URL:-${literal(doorUrl(run))}}`] : []),
    `answers=\${BEACONFORM_ANSWERS:-$(mktemp -d)}`,
    `[ -n "\${BEACONFORM_ANSWERS:-}" ] || trap 'rm -r "$answers"' EXIT`,
    ...slotLines(bundled.slots),
    '',
    ...sendingLines(bundled),
    '',
    ...answerLines(expectations),
    ...(door ? comparisonLines(bundled, expectations) : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function introduction({ check, facts, requirement, target, fresh }: BundledCase, run: RunOptions): string[] {
  const known = facts.requirements[requirement];
  const plain = (text: string) => withoutTokens(visible(text), target);
  return [
    `${known?.level ?? ''} ${requirement}: ${known?.sentence ?? ''}`,
    `Source: ${known?.source ?? ''}`,
    `Beaconform ${run.toolVersion} found: ${plain(check.reason ?? '')}`,
    `Replay: ${plain(check.reproduce?.command ?? '')}`,
    '',
    fresh
      ? 'Each run sends values of its own (visitors, addresses, names), so it can be repeated on the same store.'
      : 'Its values are the same in each run: on a store that has them already it may show something else.',
    'Variables: BEACONFORM_TRACKER (URL), BEACONFORM_READER_URL (records door), BEACONFORM_TOKEN.',
  ];
}

function answerLines({ answers }: Expectations): string[] {
  return answers.flatMap(({ request, expected }) => [
    `say; say ${literal(`Expected of the answer to request ${request + 1}: ${visible(expected)}`)}`,
    `cat "$answers/${request + 1}.head"`,
  ]);
}
