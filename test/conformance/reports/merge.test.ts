import { describe, expect, test } from 'vitest';
import { mergeReports } from '../../../conformance/server/reports/merge.ts';
import { exitCodeOf } from '../../../conformance/server/run/exit-code.ts';
import { checksOf } from '../../../conformance/server/run/selection.ts';
import { applyExpectations } from '../../../conformance/server/run/verdicts.ts';
import { suites } from '../../../conformance/server/suites.ts';
import type { ExpectedFailure } from '../../../conformance/server/targets/target-file.ts';
import type { CheckResult, Report } from '../../../generated/files/report.ts';
import { reportAbout } from './report.ts';

const all = suites.flatMap(checksOf);
const today = '2026-01-02';
/** A requirement that two experiments ask for, so that two shards may each hold a part of it. */
const requirement = 'snowplow.se_va.stored';
const [left, right] = all.filter((check) => check.requirement === requirement).map(({ id }) => id);
const rounds: ExpectedFailure = { requirement, reason: 'it rounds' };

function result(id: string | undefined, status: CheckResult['status']): CheckResult {
  const reason = status === 'passed' ? {} : { reason: 'why' };
  return { id: id as string, requirements: [requirement], status, runs: 10, ...reason };
}

/** The report of one shard, its expected failures applied as a run applies them. */
function shard(
  index: number,
  checks: CheckResult[],
  expectedFailures: ExpectedFailure[] = [rounds],
  count = 2,
): Report {
  const judged = applyExpectations(checks, { expectedFailures, all, today });
  const { problems } = judged;
  return reportAbout(judged.checks, {
    shard: { index, count },
    ...(expectedFailures.length > 0 ? { expectedFailures } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  });
}

function others(status: CheckResult['status']): CheckResult[] {
  return all
    .filter((check) => check.requirement === requirement)
    .slice(2)
    .map(({ id }) => result(id, status));
}

const statusOf = ({ requirements }: Report) => requirements.find(({ id }) => id === requirement)?.status;

describe('a requirement expected to fail', () => {
  test('is asked for in two experiments', () => expect(right).toMatch(/\/snowplow.se_va.stored$/));

  test('that passes in every shard is an unexpected pass of the whole', () => {
    const shards = [shard(1, [result(left, 'passed')]), shard(2, [result(right, 'passed'), ...others('passed')])];
    expect(shards.map(statusOf)).toEqual(['passed', 'passed']);
    const whole = mergeReports(shards);
    expect(statusOf(whole)).toBe('unexpected-pass');
    expect(whole.summary).toMatchObject({ passed: 0, unexpectedPasses: whole.checks.length });
    expect(whole.checks[0]?.reason).toMatch(/passed, but was expected to fail: it rounds/);
    expect(exitCodeOf(whole)).toBe(1);
  });

  test('that fails in one shard is none', () => {
    const whole = mergeReports([
      shard(1, [result(left, 'failed')]),
      shard(2, [result(right, 'passed'), ...others('passed')]),
    ]);
    expect(whole.summary).toMatchObject({ unexpectedPasses: 0, expectedFailures: 1, failed: 0 });
    expect(exitCodeOf(whole)).toBe(0);
  });

  test('that was not reached in one shard is none', () => {
    const whole = mergeReports([
      shard(1, [result(left, 'skipped')]),
      shard(2, [result(right, 'passed'), ...others('passed')]),
    ]);
    expect(whole.summary.unexpectedPasses).toBe(0);
  });

  test('that a shard did not list makes it a report of another run', () => {
    const shards = [shard(1, [result(left, 'passed')]), shard(2, [result(right, 'passed')], [])];
    expect(() => mergeReports(shards)).toThrow(/of different runs: .*expected failures/);
  });
});

describe('entries of the list', () => {
  test('that match nothing or have expired are problems of the whole, told once', () => {
    const entries = [
      { requirement: 'piwik.no-such-thing', reason: 'misspelt' },
      { requirement, reason: 'mended', expires: '2026-01-01' },
    ];
    const whole = mergeReports([
      shard(1, [result(left, 'failed')], entries),
      shard(2, [result(right, 'passed'), ...others('passed')], entries),
    ]);
    expect(whole.problems).toEqual([
      'expected failure piwik.no-such-thing matches no check of this version',
      `expected failure ${requirement} expired on 2026-01-01 (mended)`,
    ]);
    expect(statusOf(whole)).toBe('failed');
    expect(exitCodeOf(whole)).toBe(1);
  });

  test('are judged even when a shard was interrupted before it could', () => {
    const { checks: _, ...rest } = shard(1, []);
    const interrupted = { ...rest, checks: [result(left, 'failed')], complete: false };
    const whole = mergeReports([interrupted, shard(2, [result(right, 'passed'), ...others('passed')])]);
    expect(whole.summary).toMatchObject({ failed: 0, expectedFailures: 1 });
    expect(whole.complete).toBe(false);
  });
});

describe('shards', () => {
  test('that are missing leave the whole incomplete, and say so', () => {
    const whole = mergeReports([shard(3, [result(left, 'passed')], [], 3), shard(1, [result(right, 'passed')], [], 3)]);
    expect(whole.complete).toBe(false);
    expect(whole.problems).toEqual(['merge: the report of shard 2/3 is missing']);
    expect(whole).not.toHaveProperty('shard');
  });

  test('of another number of parts are of another run', () => {
    const shards = [shard(1, [result(left, 'passed')], [], 2), shard(2, [result(right, 'passed')], [], 3)];
    expect(() => mergeReports(shards)).toThrow(/2 shards and .*3 shards/);
  });

  test('of one protocol each make a whole of both', () => {
    const [piwik, snowplow] = (['piwik', 'snowplow'] as const).map((protocol, index) => {
      const { protocols, ...report } = shard(index + 1, []);
      return { ...report, protocols: protocols.filter((one) => one.protocol === protocol), protocol };
    });
    const whole = mergeReports([snowplow as Report, piwik as Report]);
    expect(whole.protocols.map(({ protocol }) => protocol)).toEqual(['piwik', 'snowplow']);
    expect(whole).not.toHaveProperty('protocol');
  });
});
