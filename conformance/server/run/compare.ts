import type { Scenario } from '../model.ts';
import type { Reader, Row } from '../readers/reader.ts';
import { endOf } from '../readers/references.ts';
import type { Sentinel } from './canary.ts';
import { compareAbsent } from './compare-absent.ts';
import { compareGroups } from './compare-groups.ts';
import { compareRow } from './compare-row.ts';
import type { Verdict } from './judgement.ts';
import { type KindOf, sameValue } from './values.ts';

/** What was read back of one case. */
export interface Found {
  /** Rows of each expected record, in the scenario's order. */
  expected: readonly (readonly Row[])[];
  /** Rows of each absent record. */
  absent: readonly (readonly Row[])[];
  /** When a hit sent after the case was found, what is not there yet will not come. */
  sentinel: Sentinel;
}

export interface Comparison {
  reader: Reader;
  kindOf: KindOf;
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

/** Equality in the column at the end of a dotted path. */
export function sameIn(
  { kindOf }: Comparison,
  record: string,
  path: string,
  a: Parameters<typeof sameValue>[1],
  b: Parameters<typeof sameValue>[1],
): boolean {
  const end = endOf(record, path);
  return sameValue(end && kindOf(end.record, end.column), a, b);
}
