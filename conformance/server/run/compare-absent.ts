import type { AbsentRecord, ExpectedRecord } from '../model.ts';
import type { Row } from '../readers/reader.ts';
import type { Sentinel } from './canary.ts';
import type { Comparison } from './comparison.ts';
import type { Failure, Verdict } from './judgement.ts';
import { shown, shownRows } from './shown.ts';

interface Witness {
  /** The expected record sent with it, one edit away. */
  twin: { expected: ExpectedRecord; found: boolean };
  sentinel: Sentinel;
  verdict: Verdict;
}

/** Absence passes only when its twin was stored: a server that stores nothing proves nothing. */
export function compareAbsent(
  { reader }: Comparison,
  absent: AbsentRecord,
  rows: readonly Row[],
  { twin, sentinel, verdict }: Witness,
): void {
  const { record, where, requirement } = absent;
  if (!Object.keys(where).every((column) => reader.sees(record, column))) verdict.unobserved(requirement);
  else if (rows.length > 0) verdict.fail(requirement, present(absent, rows));
  else if (twin.found && sentinel === 'found') verdict.pass(requirement);
  // The limits of the run allowed no sentinel: then nothing can be said.
  else if (twin.found && sentinel === 'unsent') return;
  else if (twin.found) verdict.fail(requirement, unproven(absent, 'a hit sent after it was not found in time'));
  else if (!twin.expected.optional) {
    const { record: twinRecord, where: columns } = twin.expected;
    verdict.fail(requirement, {
      ...unproven(absent, 'the valid hit sent with it was not found'),
      cause: `missing ${twinRecord}`,
      expected: [{ record: twinRecord, columns }],
    });
  }
}

function present({ record, where }: AbsentRecord, rows: readonly Row[]): Failure {
  return {
    reason: `${record} must have no row where ${shown(where)}, but ${rows.length} found`,
    cause: `present ${record}`,
    derived: false,
    expected: [],
    stored: shownRows(record, Object.keys(rows[0] ?? where).slice(0, 40), rows.slice(0, 3)),
  };
}

function unproven({ record }: AbsentRecord, why: string): Failure {
  return {
    reason: `no row of ${record} was found, as it must be, but that shows nothing: ${why}`,
    cause: `unproven ${record}`,
    derived: true,
    expected: [],
    stored: [],
  };
}
