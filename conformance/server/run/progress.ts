import type { CheckResult } from '../../../generated/files/report.ts';
import type { ProtocolName } from '../../../generated/model.ts';

/** What a run tells while it runs. */
export type Progress =
  | {
      event: 'plan';
      protocol: ProtocolName;
      version: string;
      checks: number;
      cases: number;
      rate: number | undefined;
    }
  | { event: 'example'; experiment: string; curl: string }
  | { event: 'canary'; delayMs: number }
  /** The first hit was not found again, or something else is wrong with the run as a whole. */
  | { event: 'problem'; reason: string }
  | { event: 'batch'; protocol: ProtocolName; done: number; total: number; requests: number; failing: number }
  | { event: 'shrink'; check: string; shrinks: number }
  | { event: 'check'; check: CheckResult };
