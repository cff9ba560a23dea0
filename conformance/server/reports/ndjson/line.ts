import type { CheckResult, LedgerAnswer, Report } from '../../../../generated/files/report.ts';
import type { RunStart } from '../../run/progress.ts';

/**
 * One line of a stream of results. A later line about a check replaces an earlier one, so a file that ends anywhere
 * tells how far the run came.
 */
export type StreamLine =
  /** The first; it names every check that was selected. */
  | { line: 'run'; run: RunStart }
  | { line: 'problem'; reason: string }
  /** `final` when the run is done with it; else how it stood after a batch. */
  | { line: 'check'; final: boolean; check: CheckResult }
  | { line: 'standing'; requestsSent: number; afterMs: number; answers: readonly LedgerAnswer[] }
  /** The rest of the report; its checks are the lines before, in this order. */
  | { line: 'end'; report: Omit<Report, 'checks'>; checks: readonly string[] };
