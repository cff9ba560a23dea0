import type { Facts, Level, ProtocolName } from '../../generated/model.ts';
import { messageOf, type Remark } from './message.ts';

/**
 * One remark on one hit. A violation breaks a MUST that binds clients, a warning a SHOULD (or is known to be lost by
 * servers), an information is worth knowing and no fault. `requirement`, `parameter` and `level` are null where none applies.
 */
export interface Finding {
  finding: 'violation' | 'warning' | 'information';
  requirement: string | null;
  parameter: string | null;
  level: Level | null;
  message: string;
}

/** What was found on one hit; conformant means no violation. */
export interface JudgedHit {
  protocol: ProtocolName;
  version: string;
  conformant: boolean;
  findings: Finding[];
}

/** One recorded request; an entry that is no tracking request has no hits and a reason. */
export interface JudgedRequest {
  index: number;
  hits: JudgedHit[];
  reason?: string;
}

/**
 * A finding on a requirement of the spec: a violation when it is a MUST, a warning when it is a SHOULD.
 *
 * @throws Error when the spec has no such requirement: a fault of ours, never of the client
 */
export function required(facts: Facts, id: string, parameter: string | null, remark: Remark): Finding {
  const requirement = facts.requirements[id];
  if (!requirement) throw new Error(`the spec of ${facts.protocol} ${facts.version} has no requirement ${id}`);
  const finding =
    requirement.level === 'MUST' ? 'violation' : requirement.level === 'SHOULD' ? 'warning' : 'information';
  return { finding, requirement: id, parameter, level: requirement.level, message: messageOf(remark) };
}

/** The same as a warning at most, where what ties the requests together is a conclusion and not a fact. */
export function doubted(facts: Facts, id: string, parameter: string | null, remark: Remark): Finding {
  const finding = required(facts, id, parameter, remark);
  return finding.finding === 'violation' ? { ...finding, finding: 'warning' } : finding;
}

/**
 * The same as information: what a document only recommends is worth a line and no alarm, and an alarm on each request
 * without a cache-buster would hide the real ones.
 */
export function advised(facts: Facts, id: string, parameter: string | null, remark: Remark): Finding {
  return { ...required(facts, id, parameter, remark), finding: 'information' };
}

/** A finding that rests on what servers are known to do and on no requirement. */
export function noted(finding: 'warning' | 'information', parameter: string | null, remark: Remark): Finding {
  return { finding, requirement: null, parameter, level: null, message: messageOf(remark) };
}
