import type { ExpectedRecord, StoredValue } from '../model.ts';
import type { Row } from '../readers/reader.ts';
import { type Comparison, sameIn } from './comparison.ts';
import type { Failure, Verdict } from './judgement.ts';
import { shown, shownValue } from './shown.ts';

/** One cell of a group, in a row that was found. */
interface Member {
  expected: ExpectedRecord;
  row: Row;
  /** Path of the column within its record. */
  path: string;
  group: string;
  requirement: string;
  value: StoredValue;
}

/**
 * Rows of one group hold the same value, rows of different groups different ones. Columns are matched by the last
 * part of their path, so `log_conversion.idvisit` is compared with `log_visit.idvisit`. The first row of a group is
 * held against the rows before it, the others against their group, so the row that breaks the pattern is named.
 */
export function compareGroups(
  comparison: Comparison,
  expected: readonly ExpectedRecord[],
  rows: readonly (Row | undefined)[],
  verdict: Verdict,
): void {
  const members = expected.flatMap((record, index) => membersOf(comparison, record, rows[index], verdict));
  for (const column of Map.groupBy(members, ({ path }) => path.split('.').at(-1)).values()) {
    for (const [index, member] of column.entries()) {
      const earlier = column.slice(0, index);
      const own = earlier.filter(({ group }) => group === member.group);
      // A later row of a group is held against its own group only: how the groups differ is told by their first rows.
      const others = own.length > 0 ? own : earlier;
      const broken = others.find((other) => agree(comparison, other, member) !== own.length > 0);
      if (broken) verdict.fail(member.requirement, failure(broken, member));
      else if (earlier.length > 0) verdict.pass(member.requirement);
    }
  }
}

function membersOf({ reader }: Comparison, expected: ExpectedRecord, row: Row | undefined, verdict: Verdict): Member[] {
  return Object.entries(expected.columns).flatMap(([path, { cell, requirement }]): Member[] => {
    if (cell.kind !== 'group' || !row) return [];
    if (!reader.sees(expected.record, path, row)) {
      verdict.unobserved(requirement);
      return [];
    }
    return [{ expected, row, path, group: cell.group, requirement, value: row[path] ?? null }];
  });
}

function agree(comparison: Comparison, a: Member, b: Member): boolean {
  return sameIn(comparison, b.expected.record, b.path, a.value, b.value);
}

function failure(other: Member, member: Member): Failure {
  const { record, where } = member.expected;
  const relation = `${other.group === member.group ? 'the same as' : 'another than'} in ${other.expected.record} where ${shown(other.expected.where)}`;
  const view = ({ expected, path, value }: Member) => ({
    record: expected.record,
    columns: { ...expected.where, [path]: value },
  });
  return {
    reason: `${record}.${member.path}: expected ${relation} (${shownValue(other.value)}), stored ${shownValue(member.value)}`,
    cause: `group ${record}.${member.path}`,
    derived: false,
    expected: [{ record, columns: { ...where, [member.path]: `${relation} (${shownValue(other.value)})` } }],
    stored: [view(member), view(other)],
  };
}
