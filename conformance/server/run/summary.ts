import type { CheckResult, RequirementResult, Summary } from '../../../generated/files/report.ts';
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
