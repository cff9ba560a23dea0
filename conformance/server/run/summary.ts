import type { CheckResult, Report, RequirementResult, Summary } from '../../../generated/files/report.ts';
import type { Facts } from '../../../generated/model.ts';
import { precedence } from './verdicts.ts';

/** Counts checks by status. */
export function summarise(checks: readonly CheckResult[]): Summary {
  const count = (status: CheckResult['status']) => checks.filter((check) => check.status === status).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    expectedFailures: count('expected-failure'),
    unexpectedPasses: count('unexpected-pass'),
    notObservable: count('not-observable'),
    skipped: count('skipped'),
  };
}

/** One result for each requirement, from its checks. */
export function requirementResults(checks: readonly CheckResult[], facts: readonly Facts[]): RequirementResult[] {
  const byRequirement = new Map<string, CheckResult[]>();
  for (const check of checks) {
    for (const requirement of check.requirements) {
      byRequirement.set(requirement, [...(byRequirement.get(requirement) ?? []), check]);
    }
  }
  return [...byRequirement].map(([id, own]) => ({
    id,
    level: facts.find(({ requirements }) => requirements[id])?.requirements[id]?.level ?? 'MUST',
    status: precedence.find((status) => own.some((check) => check.status === status)) ?? 'skipped',
    checks: own.map((check) => check.id),
  }));
}

/**
 * The exit code a report means: 0 conformant, 1 not, 2 when no check ran at all.
 *
 * @param level `must` forgives what fails at SHOULD; MAY never fails
 */
export function exitCodeOf(report: Report, level: 'must' | 'should' = 'should'): 0 | 1 | 2 {
  const counted = level === 'must' ? ['MUST'] : ['MUST', 'SHOULD'];
  const wrong = report.requirements.some(
    (requirement) =>
      counted.includes(requirement.level) &&
      (requirement.status === 'failed' || requirement.status === 'unexpected-pass'),
  );
  if (wrong || (report.problems ?? []).length > 0) return 1;
  return report.checks.some(({ runs }) => runs > 0) ? 0 : 2;
}
