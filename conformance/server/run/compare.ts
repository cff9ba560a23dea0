import type { Scenario } from '../model.ts';
import type { Row } from '../readers/reader.ts';
import type { Sentinel } from './canary.ts';
import { compareAbsent } from './compare-absent.ts';
import { compareGroups } from './compare-groups.ts';
import { compareRow } from './compare-row.ts';
import type { Comparison } from './comparison.ts';
import type { Verdict } from './judgement.ts';

/** What was read back of one case. */
export interface Found {
  /** Rows of each expected record, in the scenario's order. */
  expected: readonly (readonly Row[])[];
  /** Rows of each absent record. */
  absent: readonly (readonly Row[])[];
  /** When a hit sent after the case was found, what is not there yet will not come. */
  sentinel: Sentinel;
}

/** Compares what a case expects with what was stored, requirement by requirement. */
export function compareRecords(comparison: Comparison, scenario: Scenario, found: Found, verdict: Verdict): void {
  const rows = scenario.expected.map((expected, index) =>
    compareRow(comparison, expected, found.expected[index] ?? [], verdict),
  );
  compareGroups(comparison, scenario.expected, rows, verdict);
  for (const [index, absent] of scenario.absent.entries()) {
    const twin = scenario.expected.findIndex(({ key }) => key === absent.twin);
    const expected = scenario.expected[twin];
    if (!expected) throw new Error(`no expected record is the twin ${absent.twin}`);
    compareAbsent(comparison, absent, found.absent[index] ?? [], {
      twin: { expected, found: rows[twin] !== undefined },
      sentinel: found.sentinel,
      verdict,
    });
  }
}
