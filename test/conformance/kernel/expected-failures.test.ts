import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../conformance/server/run/exit-code.ts';
import type { ExpectedFailure } from '../../../conformance/server/targets/target-file.ts';
import { check, notPassed, runFake } from './fake/run.ts';
import type { Behaviour } from './fake/tracker.ts';

const loses: Behaviour = { store: (rows) => rows.map((row) => ({ ...row, money: '9' })) };

async function run(expectedFailures: ExpectedFailure[], behaviour: Behaviour = loses) {
  const { report } = await runFake({ behaviour, expectedFailures });
  return { report, exit: exitCodeOf(report) };
}

describe('an expected failure', () => {
  it('still runs and is no failure', async () => {
    const { report, exit } = await run([{ requirement: 'fake.money', reason: 'rounds' }]);
    expect(notPassed(report)).toEqual(['fake.events/fake.money: expected-failure']);
    expect(check(report, 'fake.events/fake.money')).toMatchObject({ runs: 20, counterexample: expect.anything() });
    expect(check(report, 'fake.events/fake.money').reason).toMatch(/^expected: rounds; events.money: expected/);
    expect(report.summary).toMatchObject({ expectedFailures: 1, failed: 0 });
    expect(exit).toBe(0);
  });

  it('is a failure once it passes', async () => {
    const { report, exit } = await run([{ requirement: 'fake.money', reason: 'rounds' }], {});
    expect(notPassed(report)).toEqual(['fake.events/fake.money: unexpected-pass']);
    expect(exit).toBe(1);
  });

  it('is forgiven nothing after its day', async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect((await run([{ requirement: 'fake.money', reason: 'rounds', expires: today }])).exit).toBe(0);
    const { report, exit } = await run([{ requirement: 'fake.money', reason: 'rounds', expires: '2014-01-28' }]);
    expect(notPassed(report)).toEqual(['fake.events/fake.money: failed']);
    expect(report.problems).toEqual(['expected failure fake.money expired on 2014-01-28 (rounds)']);
    expect(exit).toBe(1);
  });

  it('must exist', async () => {
    const { report, exit } = await run([{ requirement: 'fake.mony', reason: 'misspelt' }], {});
    expect(report.problems?.[0]).toMatch(/fake.mony matches no check/);
    expect(exit).toBe(1);
  });

  it('may be of the protocol that is not tested', async () => {
    expect((await run([{ requirement: 'piwik.visit.new', reason: 'another file' }], {})).exit).toBe(0);
  });

  it('may be a glob', async () => {
    const { report, exit } = await run([{ requirement: 'fake.mon*', reason: 'rounds' }]);
    expect(notPassed(report)).toEqual(['fake.events/fake.money: expected-failure']);
    expect(exit).toBe(0);
  });
});

describe('levels', () => {
  it('forgive a SHOULD only when asked to', async () => {
    const { report } = await runFake({ only: ['fake.polite', 'fake.answer'] });
    const failed = {
      ...report,
      requirements: report.requirements.map((one) =>
        one.id === 'fake.polite' ? { ...one, status: 'failed' as const } : one,
      ),
    };
    expect(exitCodeOf(failed)).toBe(1);
    expect(exitCodeOf(failed, 'MUST')).toBe(0);
    const may = { ...failed, requirements: failed.requirements.map((one) => ({ ...one, level: 'MAY' as const })) };
    expect(exitCodeOf(may)).toBe(0);
  });
});
