import type { CheckResult, LedgerAnswer, Report } from '../../../generated/files/report.ts';
import type { ProtocolName } from '../../../generated/model.ts';
import type { Forecast } from './forecast.ts';

/** What a run tells while it runs. */
export type Progress =
  /** Once, before all else. */
  | { event: 'start'; run: RunStart }
  | {
      event: 'plan';
      protocol: ProtocolName;
      version: string;
      checks: number;
      cases: number;
      rate: number | undefined;
      /** Told of a target off this machine, and on a dry run. */
      forecast: Forecast | undefined;
      /** SQL that finds and deletes the hits; told of a target off this machine. */
      marks: readonly string[] | undefined;
    }
  | { event: 'example'; experiment: string; curl: string }
  | { event: 'canary'; delayMs: number }
  /** The first hit was not found again, or something else is wrong with the run as a whole. */
  | { event: 'problem'; reason: string }
  | { event: 'batch'; protocol: ProtocolName; done: number; total: number; requests: number; failing: number }
  /** After each batch: how the checks of a protocol would be reported if the run ended here. Costs only whom it asks. */
  | { event: 'standing'; protocol: ProtocolName; requests: number; standing(): Standing }
  | { event: 'shrink'; check: string; shrinks: number }
  | { event: 'check'; check: CheckResult };

/** What is known of a run before anything is sent. */
export interface RunStart
  extends Pick<Report, 'tool' | 'target' | 'protocols' | 'seed' | 'startedAt' | 'shard' | 'expectedFailures'> {
  /** Ids of the checks selected. */
  checks: readonly string[];
}

export interface Standing {
  checks: CheckResult[];
  answers: LedgerAnswer[];
}
