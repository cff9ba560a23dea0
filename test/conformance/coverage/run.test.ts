import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../conformance/server/coverage/choices.ts';
import type { Experiment } from '../../../conformance/server/model.ts';
import { mergeReports } from '../../../conformance/server/reports/merge.ts';
import { renderText } from '../../../conformance/server/reports/text.ts';
import type { CoveredItem, ProtocolCoverage, Report } from '../../../generated/files/report.ts';
import { validateReport } from '../../../generated/files/validate-report.ts';
import { answers, bots, events } from '../kernel/fake/experiments.ts';
import { runFake, runOn } from '../kernel/fake/run.ts';

const size = (plan: number) => (plan < 5 ? 'small' : 'large');
const sized = { ...bots, branches: choicesOf(['small', 'large', 'huge'], size) } as Experiment;
const claimed = { ...answers, features: ['politeness'], branches: { polite: () => true } } as Experiment;
const target = { protocols: [], features: [] };

function coverageOf({ coverage }: Report): ProtocolCoverage {
  return coverage?.[0] as ProtocolCoverage;
}

function item(items: readonly CoveredItem[], id: string): CoveredItem | undefined {
  return items.find((one) => one.id === id);
}

describe('the coverage of a run', () => {
  it('counts the judged cases that took each branch, and names those that none took', async () => {
    const { report } = await runFake({ experiments: [sized], runs: 30 });
    const { ruleBranches, requirements, whole } = coverageOf(report);
    const [small, large] = ['small', 'large'].map((name) => item(ruleBranches, `fake.bots/${name}`)?.cases ?? 0);
    expect(whole).toBe(true);
    expect(small).toBeGreaterThan(0);
    expect(large).toBeGreaterThan(0);
    expect((small ?? 0) + (large ?? 0)).toBe(30);
    expect(item(ruleBranches, 'fake.bots/huge')).toMatchObject({
      cases: 0,
      reason: expect.stringMatching(/raise --runs/),
    });
    expect(item(requirements, 'fake.bot')?.cases).toBe(30);
    expect(item(requirements, 'fake.never')).toMatchObject({ cases: 0, reason: expect.stringMatching(/no check/) });
    expect(validateReport(JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  it('shows in few runs what is missing', async () => {
    const { report } = await runFake({ experiments: [sized], runs: 1 });
    const taken = coverageOf(report).ruleBranches.filter(({ cases }) => cases > 0);
    expect(taken).toHaveLength(1);
    expect(renderText(report, [], { color: false })).toMatch(
      /rule branches 1\/3\n(.*\n)*.*not reached: 2 rule branches: /,
    );
  });

  it('says why what an experiment cannot do was not reached', async () => {
    const { report } = await runFake({ experiments: [sized, claimed], target, runs: 2 });
    const { ruleBranches, requirements } = coverageOf(report);
    const reason = 'the target does not claim politeness';
    expect(item(ruleBranches, 'fake.answers/polite')).toEqual({ id: 'fake.answers/polite', cases: 0, reason });
    expect(item(requirements, 'fake.polite')).toEqual({ id: 'fake.polite', cases: 0, reason });
  });

  it('lists for a selection only what belongs to it', async () => {
    const { report } = await runFake({ experiments: [sized, claimed], only: ['fake.bot'], runs: 5 });
    const { requirements, ruleBranches, whole } = coverageOf(report);
    expect(whole).toBe(false);
    expect(requirements.map(({ id }) => id)).toEqual(['fake.bot']);
    expect(ruleBranches.map(({ id }) => id)).toEqual(['fake.bots/small', 'fake.bots/large', 'fake.bots/huge']);
    expect(renderText(report, [], { color: false })).toContain('requirements 1/1');
    expect(renderText(report, [], { color: false })).toContain('of the part that was asked for');
  });

  it('of all shards together is that of the whole', async () => {
    const experiments = [sized, claimed, events];
    const { report, fake } = await runFake({ experiments, runs: 4 });
    const shards: Report[] = [];
    for (const index of [1, 2, 3]) {
      shards.push(await runOn(fake.url, { experiments, runs: 4, shard: { index, count: 3 } }));
    }
    const sorted = (items: readonly CoveredItem[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const [whole, merged] = [coverageOf(report), coverageOf(mergeReports(shards))];
    for (const layer of ['requirements', 'parameters', 'valueClasses', 'ruleBranches'] as const) {
      expect(sorted(merged[layer])).toEqual(sorted(whole[layer]));
    }
  });

  it('counts nothing of what a dry run would send', async () => {
    const { report } = await runFake({ experiments: [sized], dryRun: true });
    const { ruleBranches } = coverageOf(report);
    expect(ruleBranches).toHaveLength(3);
    expect(ruleBranches.every(({ cases, reason }) => cases === 0 && reason?.startsWith('dry run'))).toBe(true);
  });

  it('does not count a case of which nothing could be judged', async () => {
    const { report } = await runFake({ experiments: [sized], reader: 'none' });
    expect(coverageOf(report).ruleBranches.map(({ cases }) => cases)).toEqual([0, 0, 0]);
    expect(coverageOf(report).ruleBranches[0]?.reason).toMatch(/without a reader/);
  });
});
