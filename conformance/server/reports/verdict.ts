import type { CheckResult, Report } from '../../../generated/files/report.ts';
import { exitCodeOf } from '../run/exit-code.ts';

export type Status = CheckResult['status'];

/** Every status in the order in which a reader wants to see them, with its words. */
export const statuses: Readonly<Record<Status, string>> = {
  failed: 'failed',
  'unexpected-pass': 'unexpected pass',
  'expected-failure': 'expected failure',
  'not-observable': 'not observable',
  skipped: 'skipped',
  passed: 'passed',
};

/** Statuses that make a run fail. */
export const bad: ReadonlySet<Status> = new Set(['failed', 'unexpected-pass']);

/** What a report says in one line; MAY never fails. */
export interface VerdictLine {
  /** A run that was cut short says nothing of the cases it left out, so its target is not called conformant. */
  verdict: 'conformant' | 'conformant so far' | 'not conformant' | 'nothing tested';
  /** `3 of 120 checks failed`, and whether the run came to its end. */
  detail: string;
}

export function verdictOf(report: Report): VerdictLine {
  const { summary, checks, complete } = report;
  const words = { 0: complete ? 'conformant' : 'conformant so far', 1: 'not conformant', 2: 'nothing tested' } as const;
  const wrong = [
    summary.failed > 0 ? `${summary.failed} of ${counted(checks.length, 'check')} failed` : '',
    summary.unexpectedPasses > 0 ? `${summary.unexpectedPasses} passed against expectation` : '',
    report.problems ? counted(report.problems.length, 'problem') : '',
  ].filter((text) => text !== '');
  const right = `${summary.passed} of ${counted(checks.length, 'check')} passed`;
  const detail = wrong.length > 0 ? wrong.join(', ') : right;
  return {
    verdict: words[exitCodeOf(report)],
    detail: complete ? detail : `${detail}; the run is incomplete: cases were left out`,
  };
}

/** `1 check`, `2 checks` */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** `3.4 s`, `2 min 5 s` */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
