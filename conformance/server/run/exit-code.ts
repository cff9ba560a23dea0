import type { Report } from '../../../generated/files/report.ts';

/**
 * The exit code a report means: 0 conformant, 1 not, 2 when no check ran at all.
 *
 * @param level `MUST` forgives what fails at SHOULD; MAY never fails
 */
export function exitCodeOf(report: Report, level: 'MUST' | 'SHOULD' = 'SHOULD'): 0 | 1 | 2 {
  const counted = level === 'MUST' ? ['MUST'] : ['MUST', 'SHOULD'];
  const wrong = report.requirements.some(
    (requirement) =>
      counted.includes(requirement.level) &&
      (requirement.status === 'failed' || requirement.status === 'unexpected-pass'),
  );
  if (wrong || (report.problems ?? []).length > 0) return 1;
  return report.checks.some(({ runs }) => runs > 0) ? 0 : 2;
}
