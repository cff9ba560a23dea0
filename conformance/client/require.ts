import type { Facts } from '../../generated/model.ts';
import type { Finding } from './finding.ts';

/**
 * A finding on a requirement of the spec: a violation when it is a MUST, a warning when it is a SHOULD.
 *
 * @throws Error when the spec has no such requirement: a fault of ours, never of the client
 */
export function required(facts: Facts, id: string, parameter: string | null, message: string): Finding {
  const requirement = facts.requirements[id];
  if (!requirement) throw new Error(`the spec of ${facts.protocol} ${facts.version} has no requirement ${id}`);
  const finding =
    requirement.level === 'MUST' ? 'violation' : requirement.level === 'SHOULD' ? 'warning' : 'information';
  return { finding, requirement: id, parameter, level: requirement.level, message };
}
