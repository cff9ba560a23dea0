import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../conformance/server/run/exit-code.ts';
import { globMatcher } from '../../../conformance/server/run/glob.ts';
import type { Progress } from '../../../conformance/server/run/progress.ts';
import { events, visits } from './fake/experiments.ts';
import { check, notPassed, runFake, runOn } from './fake/run.ts';

describe('a selection', () => {
  it('matches ids of checks and of requirements', async () => {
    const { report } = await runFake({ only: ['fake.visit-*', 'fake.events/*'], skip: ['fake.money', '*/fake.once'] });
    expect(report.checks.map(({ id }) => id)).toEqual([
      'fake.events/fake.row',
      'fake.events/fake.w',
      'fake.events/fake.t',
      'fake.visits/fake.visit-same',
      'fake.visits/fake.visit-new',
    ]);
  });

  it('sends only cases that exercise what was selected', async () => {
    const { report, fake } = await runFake({ only: ['fake.t'], runs: 40 });
    const cases = new Set(
      fake.hits.filter((hit) => hit.includes('money=')).map((hit) => /-([^-]+)-\w+&w/.exec(hit)?.[1]),
    );
    expect(report.checks).toHaveLength(1);
    expect(cases.size).toBe(report.checks[0]?.runs);
    expect(cases.size).toBeLessThan(40);
  });

  it('takes dots and brackets literally', () => {
    expect(globMatcher('a.b*')('a.bc')).toBe(true);
    expect(globMatcher('a.b')('aXb')).toBe(false);
    expect(globMatcher('a[1]')('a1')).toBe(false);
    expect(globMatcher('?/*')('a/b/c')).toBe(true);
  });
});

describe('shards', () => {
  it('have the checks of the whole, each once', async () => {
    const { report, fake } = await runFake({ runs: 2 });
    for (const count of [2, 3, 5]) {
      const shards = [];
      for (let index = 1; index <= count; index += 1)
        shards.push(await runOn(fake.url, { runs: 2, shard: { index, count } }));
      const ids = shards.flatMap(({ checks }) => checks.map(({ id }) => id));
      expect(ids.toSorted()).toEqual(report.checks.map(({ id }) => id).toSorted());
      expect(shards.every((shard) => shard.checks.length > 0)).toBe(true);
    }
  });

  it('refuse to run nothing', async () => {
    await expect(runFake({ shard: { index: 9, count: 9 } })).rejects.toThrow(/use fewer shards/);
  });
});

describe('limits', () => {
  const broken = { store: () => [] };

  it('send no request too many', async () => {
    for (const maxRequests of [1, 2, 40, 100]) {
      const { report, fake } = await runFake({
        maxRequests,
        behaviour: maxRequests === 100 ? { store: (rows, hit) => (hit.has('money') ? [] : rows) } : {},
      });
      expect(fake.hits.length).toBeLessThanOrEqual(maxRequests);
      expect(report.requestsSent).toBe(fake.hits.length);
      expect(report.complete).toBe(false);
      if (maxRequests === 1) expect(exitCodeOf(report)).not.toBe(0);
    }
  });

  it('end a run in time and spread what was sent', async () => {
    const start = performance.now();
    const { report } = await runFake({ maxSeconds: 2, rate: 40, runs: 200 });
    expect(performance.now() - start).toBeLessThan(3_500);
    expect(report.complete).toBe(false);
    for (const id of ['fake.events/fake.row', 'fake.bots/fake.bot', 'fake.ledger/fake.case', 'fake.visits/fake.row']) {
      expect(check(report, id)).toMatchObject({ status: 'passed' });
    }
  });

  it('stop at the first failure when asked to', async () => {
    const { report, fake } = await runFake({
      bail: true,
      runs: 300,
      only: ['fake.bots/*'],
      behaviour: { store: (rows, hit) => (hit.get('w') === '3' ? [] : rows) },
    });
    expect(report.complete).toBe(false);
    expect(exitCodeOf(report)).toBe(1);
    expect(fake.hits.length).toBeLessThan(600);
  });

  it('keep a rate', async () => {
    const start = performance.now();
    const { report } = await runFake({ rate: 100, runs: 10, only: ['fake.answer'] });
    expect(report.requestsSent).toBe(11);
    expect(performance.now() - start).toBeGreaterThan(95);
  });

  it('do not hide what was not reached', async () => {
    const { report } = await runFake({ behaviour: broken, maxRequests: 1 });
    expect(new Set(notPassed(report).map((line) => line.split(': ')[1]))).toEqual(new Set(['skipped']));
    expect(check(report, 'fake.events/fake.w').reason).toMatch(/not reached/);
  }, 20_000);
});

describe('a dry run', () => {
  it('shows an example of each experiment and sends nothing', async () => {
    const told: Progress[] = [];
    const { report, fake } = await runFake({ dryRun: true, onProgress: (event) => told.push(event) });
    expect(fake.hits).toEqual([]);
    expect(report).toMatchObject({ requestsSent: 0, complete: false, summary: { skipped: report.checks.length } });
    const examples = told.flatMap((event) => (event.event === 'example' ? [event.experiment] : []));
    expect(examples).toEqual(['fake.events', 'fake.bots', 'fake.ledger', 'fake.visits', 'fake.answers']);
  });
});

describe('what a target does not offer', () => {
  it('is skipped or not observable, with the reason', async () => {
    const { report } = await runFake({
      experiments: [
        { ...events, features: ['money'] },
        { ...visits, obstacle: () => ({ status: 'not-observable', reason: 'no clock' }) },
      ],
      target: { protocols: [{ protocol: 'snowplow', version: 'fake' }], features: ['others'] },
    });
    expect(check(report, 'fake.events/fake.w')).toMatchObject({
      status: 'skipped',
      reason: 'the target does not claim money',
    });
    expect(check(report, 'fake.visits/fake.row')).toMatchObject({ status: 'not-observable', reason: 'no clock' });
    expect(exitCodeOf(report)).toBe(2);
  });

  it('is told when no case exercised a requirement', async () => {
    const { report } = await runFake({
      experiments: [{ ...events, requirements: [...events.requirements, 'fake.never'] }],
    });
    expect(check(report, 'fake.events/fake.never')).toMatchObject({ status: 'skipped', runs: 0 });
    expect(check(report, 'fake.events/fake.never').reason).toMatch(/no case exercised it in 20 runs/);
  });
});
