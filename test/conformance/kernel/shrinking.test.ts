import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCases, drawPlanAt, drawPlans } from '../../../conformance/server/run/draw.ts';
import { UsageError } from '../../../conformance/server/run/errors.ts';
import { formatReplay, parseReplay } from '../../../conformance/server/run/replay.ts';
import { deriveSeed } from '../../../conformance/server/run/seed.ts';
import { events } from './fake/experiments.ts';
import { check, notPassed, runFake, runOn } from './fake/run.ts';
import type { Behaviour } from './fake/tracker.ts';

const target = { site: 1, token: undefined, goals: [], features: new Set<string>() };

/** Loses w above 4000 when the text has a blank. */
const twoParameters: Behaviour = {
  store: (rows, hit) => rows.map((row) => (hit.get('t') === 'a b' && Number(row.w) > 1000 ? { ...row, w: 0 } : row)),
};

function replayOf(command: string | undefined): string {
  return /--replay (\S+)$/.exec(command ?? '')?.[1] ?? '';
}

describe('shrinking', () => {
  it('draws the same cases and walks the same paths as fast-check does', async () => {
    const plans = drawPlans(events, target, 5, { count: 100 });
    let shrunk = 0;
    for (const [index, plan] of plans.entries()) {
      const details = await fc.check(
        fc.asyncProperty(events.plan(target), async (list) => list.every(({ w }) => w < 1000)),
        { seed: deriveSeed(5, events.id), path: String(index), numRuns: 1 },
      );
      if (!details.failed) continue;
      expect(details.failures.length > 0 || details.counterexample !== null).toBe(true);
      expect(drawPlanAt(events, target, 5, String(index))).toEqual(plan);
      expect(drawPlanAt(events, target, 5, details.counterexamplePath ?? '')).toEqual(details.counterexample?.[0]);
      shrunk += details.numShrinks;
    }
    expect(shrunk).toBeGreaterThan(50);
  });

  it('draws one by one what it would draw at once', () => {
    const cases = drawCases(events, target, 5, 150);
    const plans = fc.sample(events.plan(target), { seed: deriveSeed(5, events.id), numRuns: 150 });
    expect(cases.map(({ plan }) => plan)).toEqual(plans);
    expect(cases.toReversed().map(({ plan }) => plan)).toEqual(plans.toReversed());
    expect(cases.map(({ path }) => Number(path))).toEqual(plans.map((_, index) => index));
  });

  it('reduces a failure to its culprit', async () => {
    const { report } = await runFake({ behaviour: twoParameters, runs: 60 });
    expect(notPassed(report)).toEqual(['fake.events/fake.w: failed']);
    const { counterexample } = check(report, 'fake.events/fake.w');
    expect(counterexample?.shrinks).toBeGreaterThan(0);
    expect(counterexample?.expected).toEqual([{ record: 'events', columns: { app_id: expect.any(String), w: 1001 } }]);
    expect(counterexample?.requests.map(({ url }) => url).join(' ')).toMatch(/w=1001&money=1.50&t=a%20b/);
  });

  it('gives fresh identities to every attempt', async () => {
    const { fake } = await runFake({ behaviour: twoParameters, runs: 60 });
    const texts = fake.hits.map((hit) => /aid=([^&]+)/.exec(hit)?.[1]);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('a replay token', () => {
  it('is read as it was written', () => {
    const replay = { experiment: 'piwik.visit', requirement: 'piwik.visit.new', seed: -7, path: '17:0:3' };
    expect(parseReplay(formatReplay(replay))).toEqual(replay);
    for (const wrong of ['', 'a/b/c/1', 'a/b/1', 'a/b/1/2:', 'a/b/1/2/3']) {
      expect(() => parseReplay(wrong)).toThrow(UsageError);
    }
  });

  it('runs exactly the case it names', async () => {
    const { report, fake } = await runFake({ behaviour: twoParameters, runs: 60 });
    const failed = check(report, 'fake.events/fake.w');
    const replay = replayOf(failed.reproduce?.command);
    const sent = fake.hits.length;
    const again = await runOn(fake.url, { replay });
    expect(again.checks).toHaveLength(1);
    expect(again.checks[0]).toMatchObject({ id: 'fake.events/fake.w', status: 'failed', runs: 1 });
    expect(replayOf(again.checks[0]?.reproduce?.command)).toBe(replay);
    const bare = (urls: readonly string[]) =>
      urls.map((url) => url.replace(/^http:..[^/]+|beaconform-[a-z0-9-]+/g, ''));
    const shown = failed.counterexample?.requests.map(({ url }) => url) ?? [];
    expect(bare(fake.hits.slice(sent))).toEqual(expect.arrayContaining(bare(shown)));
    expect(again.requestsSent).toBeLessThan(10);
  });

  it('is refused when the tree has nothing there', async () => {
    const { fake } = await runFake({ runs: 1 });
    const replay = (text: string) => runOn(fake.url, { replay: text });
    await expect(replay('fake.events/fake.w/42/0:9999')).rejects.toThrow(/draws nothing at path 0:9999/);
    await expect(replay('no.such/fake.w/42/0')).rejects.toThrow(/no experiment no.such/);
    await expect(replay('fake.events/fake.bot/42/0')).rejects.toThrow(UsageError);
  });
});

describe('a failure that does not repeat', () => {
  it('is flaky, shown, and fails', async () => {
    let lost = false;
    const once: Behaviour = {
      store: (rows, hit) => {
        if (lost || !hit.has('money')) return rows;
        lost = true;
        return [];
      },
    };
    const { report } = await runFake({ behaviour: once });
    const failed = check(report, 'fake.events/fake.row');
    expect(failed.status).toBe('failed');
    expect(failed.reason).toMatch(/^flaky: failed in the batch, passed when repeated \(1 of 20 cases\): no row/);
    expect(failed.counterexample?.requests.length).toBeGreaterThan(0);
  });
});

describe('wrong tokens', () => {
  it('are sent at most five times and never again', async () => {
    const wrong = { ...events, id: 'fake.wrong', wrongToken: true };
    const { fake, report } = await runFake({
      experiments: [wrong],
      behaviour: { store: (rows) => rows.map((row) => ({ ...row, w: -1 })) },
    });
    expect(check(report, 'fake.wrong/fake.w')).toMatchObject({ status: 'failed', runs: 5 });
    expect(check(report, 'fake.wrong/fake.w').counterexample?.shrinks).toBe(0);
    expect(fake.hits.filter((hit) => hit.includes('money=')).length).toBeLessThanOrEqual(20);
  });
});
