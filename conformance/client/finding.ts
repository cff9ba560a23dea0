import type { Level, ProtocolName } from '../../generated/model.ts';

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
