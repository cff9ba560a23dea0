/** Questions of the ledger put to a target: each is one case, and any of the named answers will do. */

import fc from 'fast-check';
import type { LedgerId, RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { ExpectedRecord, Experiment, Identity, OutgoingRequest, TargetFacts, Where } from '../../model.ts';
import { type Columns, type LogTable, row } from '../row/rows.ts';

/** What is sent, and the rows that tell the answer. */
export interface Asked {
  requests: readonly OutgoingRequest[];
  atOnce?: boolean;
  expected: readonly ExpectedRecord[];
}

/** Undefined where the target lacks what the question needs: a token, a goal, another site. */
export type Probe = (identity: Identity, target: TargetFacts) => Asked | undefined;

/** An answer, or several that one outcome does not tell apart. */
type Answers = string | readonly string[];

/** A row that is there by some answers and missing by others. */
export function maybe(
  [record, key, where]: readonly [record: LogTable, key: string, where: Where],
  requirement: RequirementId,
  optional: { ledger: LedgerId; stored: Answers; absent: Answers },
  columns: Columns = {},
): ExpectedRecord {
  return { ...row(record, key, where, requirement, columns), optional };
}

export interface Questions {
  id: string;
  requirements: readonly RequirementId[];
  features?: readonly string[];
  /** By the name of the question. */
  probes: Readonly<Record<string, Probe>>;
  obstacle?: Experiment['obstacle'];
}

/** Nobody: only what a question needs of the target is asked of it here. */
const nobody: Identity = {
  visitor: (slot) => String(slot).padStart(16, '0'),
  address: () => '192.0.2.1',
  text: String,
  url: (slot) => `http://beaconform.invalid/${slot}`,
  clock: () => 0,
};

// Of a hundred runs about a dozen cases put each question, however many an experiment has.
const share = 0.12;

/** An experiment that puts one of the questions in each case. */
export function questions({
  id,
  requirements,
  features,
  probes,
  obstacle,
}: Questions): Experiment<{ question: string }> {
  return {
    id,
    protocol: 'piwik',
    versions: ['2.0'],
    requirements,
    ...(features === undefined ? {} : { features }),
    ...(obstacle === undefined ? {} : { obstacle }),
    casesPerRun: Object.keys(probes).length * share,
    branches: choicesOf(Object.keys(probes), ({ question }) => question),
    plan: (target) => {
      const possible = Object.keys(probes).filter((name) => probes[name]?.(nobody, target) !== undefined);
      return fc.record({ question: fc.constantFrom(...possible) });
    },
    render: ({ question }, identity, target) => {
      const asked = probes[question]?.(identity, target);
      if (asked === undefined) throw new Error(`the question ${question} cannot be put to this target`);
      return { ...asked, absent: [] };
    },
  };
}
