import type { CheckResult } from '../../../generated/files/report.ts';
import type { ExpectedFailure } from '../targets/target-file.ts';
import { type Check, checkMatcher } from './selection.ts';

export interface ExpectationOptions {
  expectedFailures: readonly ExpectedFailure[];
  /** Every check of the versions tested, selected or not. */
  all: readonly Check[];
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * Applies expected failures: a check that fails as expected is no failure, a requirement that passes against
 * expectation is one. Entries that are expired or match nothing are problems of the run.
 */
export function applyExpectations(
  results: readonly CheckResult[],
  { expectedFailures, all, today }: ExpectationOptions,
): { checks: CheckResult[]; problems: string[] } {
  const problems: string[] = [];
  let checks = [...results];
  const tested = new Set(all.map(({ experiment }) => experiment.protocol));
  for (const entry of expectedFailures) {
    const matched = all.filter(checkMatcher(entry.requirement));
    if (matched.length === 0) {
      if (ofTested(entry, tested))
        problems.push(`expected failure ${entry.requirement} matches no check of this version`);
    } else if (entry.expires !== undefined && entry.expires < today) {
      problems.push(`expected failure ${entry.requirement} expired on ${entry.expires} (${entry.reason})`);
    } else checks = applyEntry(checks, entry, matched);
  }
  return { checks, problems };
}

/** One file may serve runs of either protocol: entries of the one that is not tested are left alone. */
function ofTested({ requirement }: ExpectedFailure, tested: ReadonlySet<string>): boolean {
  const protocol = ['piwik', 'snowplow'].find((name) => requirement.startsWith(`${name}.`));
  return protocol === undefined || tested.has(protocol);
}

function applyEntry(checks: readonly CheckResult[], entry: ExpectedFailure, matched: readonly Check[]): CheckResult[] {
  const status = new Map(checks.map((check) => [check.id, check.status]));
  const unexpected = new Set<string>();
  for (const [requirement, ofRequirement] of Map.groupBy(matched, ({ requirement: id }) => id)) {
    // Only a requirement whose checks all ran and passed is known to pass: another shard may hold the one that fails.
    if (ofRequirement.every(({ id }) => status.get(id) === 'passed')) unexpected.add(requirement);
  }
  const ids = new Set(matched.map(({ id }) => id));
  return checks.map((check) => {
    if (!ids.has(check.id)) return check;
    if (check.status === 'failed') {
      return { ...check, status: 'expected-failure', reason: `expected: ${entry.reason}; ${check.reason ?? ''}` };
    }
    if (!check.requirements.some((requirement) => unexpected.has(requirement))) return check;
    const reason = `passed, but was expected to fail: ${entry.reason}; take ${entry.requirement} off the list`;
    return { ...check, status: 'unexpected-pass', reason };
  });
}

/** Which status of its checks a requirement has: the first of these that any of them has. */
export const precedence: readonly CheckResult['status'][] = [
  'failed',
  'unexpected-pass',
  'passed',
  'expected-failure',
  'not-observable',
  'skipped',
];
