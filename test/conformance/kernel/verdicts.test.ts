import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../conformance/server/run/exit-code.ts';
import { check, notPassed, runFake } from './fake/run.ts';

describe('a run on a right tracker', () => {
  it('passes every check and counts the cases that exercised it', async () => {
    const { report, fake } = await runFake();
    expect(notPassed(report)).toEqual([]);
    expect(report.problems).toBeUndefined();
    expect(exitCodeOf(report)).toBe(0);
    expect(report.complete).toBe(true);
    expect(report.requestsSent).toBe(fake.hits.length);
    expect(check(report, 'fake.events/fake.w').runs).toBe(20);
    expect(check(report, 'fake.events/fake.t').runs).toBeLessThan(20);
    expect(check(report, 'fake.visits/fake.visit-new').runs).toBeGreaterThan(0);
  });

  it('waits for rows that can only be read after 300 ms', async () => {
    const { report } = await runFake({ behaviour: { lateness: 300 } });
    expect(notPassed(report)).toEqual([]);
  });

  it('is content with connections that are closed after each answer', async () => {
    const { report } = await runFake({ behaviour: { closing: true } });
    expect(notPassed(report)).toEqual([]);
  });
});

describe('a wrong tracker', () => {
  it('fails the requirement of a column and no other', async () => {
    const { report } = await runFake({
      behaviour: { store: (rows) => rows.map((row) => ({ ...row, w: Math.min(Number(row.w), 4000) })) },
      runs: 60,
    });
    expect(notPassed(report)).toEqual(['fake.events/fake.w: failed']);
    expect(exitCodeOf(report)).toBe(1);
    const failed = check(report, 'fake.events/fake.w');
    expect(failed.counterexample?.stored[0]?.columns.w).toBe(4000);
    expect(failed.counterexample?.expected[0]?.columns).toEqual({ app_id: expect.any(String), w: 4001 });
    expect(failed.reason).toBe('events.w: expected 4001, stored 4000');
  });

  it('fails what a missing row should have proved', async () => {
    const { report } = await runFake({ behaviour: { store: (rows, hit) => (hit.get('t') === 'plain' ? [] : rows) } });
    expect(check(report, 'fake.events/fake.row').status).toBe('failed');
    expect(check(report, 'fake.events/fake.w').status).toBe('failed');
    expect(check(report, 'fake.events/fake.w').reason).toMatch(/^no row of events was found where app_id = /);
    const { counterexample } = check(report, 'fake.events/fake.row');
    expect(counterexample?.requests.some(({ url }) => url.endsWith('t=plain'))).toBe(true);
    expect(counterexample?.stored).toEqual([]);
    expect(check(report, 'fake.visits/fake.row').status).toBe('passed');
  });

  it('names first what fails in every case that exercises it', async () => {
    const { report } = await runFake({
      behaviour: { store: (rows, hit) => (hit.has('t') && hit.has('w') ? [] : rows) },
    });
    expect(report.checks.filter(({ status }) => status === 'failed').length).toBeGreaterThan(3);
    expect(report.checks[0]).toMatchObject({ id: 'fake.events/fake.t', status: 'failed' });
    expect(report.checks[0]?.counterexample?.requests.some(({ url }) => url.includes('&t='))).toBe(true);
  });

  it('fails only the requirement of being stored once for a doubled row', async () => {
    const { report } = await runFake({
      behaviour: { store: (rows, hit) => (hit.get('t') === 'ä' ? [...rows, ...rows] : rows) },
    });
    expect(notPassed(report)).toEqual(['fake.events/fake.once: failed']);
    expect(check(report, 'fake.events/fake.once').counterexample?.stored).toHaveLength(2);
  });

  it('fails a row that must not be there', async () => {
    const { report } = await runFake({
      behaviour: { store: (rows, hit) => (hit.get('bot') ? [{ app_id: hit.get('aid'), w: 1 }] : rows) },
    });
    expect(notPassed(report)).toEqual(['fake.bots/fake.bot: failed']);
  });

  it('does not pass an absence whose twin was not stored', async () => {
    const { report } = await runFake({
      behaviour: { store: (rows, hit) => (hit.has('w') && !hit.has('money') ? [] : rows) },
      only: ['fake.bot'],
    });
    expect(notPassed(report)).toEqual(['fake.bots/fake.bot: failed']);
    expect(check(report, 'fake.bots/fake.bot').reason).toMatch(
      /shows nothing: the valid hit sent with it was not found/,
    );
  });

  it('names the requirement of the row that breaks a group', async () => {
    const never = await runFake({ behaviour: { store: (rows) => rows.map((row) => ({ ...row, visit: 1 })) } });
    expect(notPassed(never.report)).toEqual(['fake.visits/fake.visit-new: failed']);
    let visit = 0;
    const always = await runFake({ behaviour: { store: (rows) => rows.map((row) => ({ ...row, visit: ++visit })) } });
    expect(notPassed(always.report)).toEqual(['fake.visits/fake.visit-same: failed']);
  });

  it('fails answers and leaves what was stored alone', async () => {
    const { report } = await runFake({ behaviour: { status: (count) => (count === 1 ? 200 : 404) } });
    expect(notPassed(report)).toEqual(['fake.answers/fake.answer: failed']);
    expect(check(report, 'fake.answers/fake.answer').reason).toMatch(/expected status 200; the status was 404/);
  });

  it('fails rows whose hit was answered with a server error', async () => {
    const { report } = await runFake({ behaviour: { status: (count) => (count > 30 ? 503 : 200) } });
    expect(check(report, 'fake.events/fake.row').reason).toMatch(/was answered 503/);
    expect(exitCodeOf(report)).toBe(1);
  });

  it('fails connections that are reset again and again', async () => {
    const { report } = await runFake({ behaviour: { reset: (count) => count > 20 && count % 5 === 0 } });
    expect(check(report, 'fake.events/fake.row').reason).toMatch(/got no answer/);
    expect(exitCodeOf(report)).toBe(1);
  });
});

describe('ledger answers', () => {
  it('are named when a value tells them apart', async () => {
    const { report } = await runFake();
    expect(report.answers).toEqual([{ ledger: 'fake.capitals', answer: 'kept' }]);
  });

  it('are both named when a target gives both', async () => {
    const { report } = await runFake({
      behaviour: { store: (rows) => rows.map((row) => (row.t === 'abc' ? { ...row, t: 'ABC' } : row)) },
    });
    expect(notPassed(report)).toEqual([]);
    expect(report.answers.map(({ answer }) => answer)).toEqual(['capitals', 'kept']);
  });

  it('fail when none was given', async () => {
    const { report } = await runFake({
      behaviour: { store: (rows) => rows.map((row) => (row.t === 'xyz' ? { ...row, t: 'Xyz' } : row)) },
    });
    expect(notPassed(report)).toEqual(['fake.ledger/fake.case: failed']);
    expect(check(report, 'fake.ledger/fake.case').counterexample?.expected[0]?.columns.t).toEqual(['xyz', 'XYZ']);
  });
});
