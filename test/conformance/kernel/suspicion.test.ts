import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Experiment, Scenario } from '../../../conformance/server/model.ts';
import { Absences } from '../../../conformance/server/run/absences.ts';
import { type Failure, Verdict } from '../../../conformance/server/run/judgement.ts';
import { bySuspicion } from '../../../conformance/server/run/suspicion.ts';
import type { CheckTally } from '../../../conformance/server/run/tally.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';

const failure: Failure = { reason: 'no row', cause: 'missing events', derived: false, expected: [], stored: [] };

function experiment(id: string, broad = false): Experiment {
  const base = { id, protocol: 'snowplow' as const, versions: ['2014-01'], requirements: [], branches: {} };
  const render = (): Scenario => ({ requests: [], expected: [], absent: [] });
  return { ...base, plan: () => fc.constant(undefined), render, ...(broad ? { broad } : {}) };
}

interface Failing {
  failed: number;
  runs: number;
  broad?: boolean;
  differing?: string[];
}

function tally(requirement: string, { failed, runs, broad = false, differing }: Failing): CheckTally {
  const own = experiment(broad ? 'snowplow.broad' : 'snowplow.narrow', broad);
  const attempt = {
    case: { experiment: own, plan: undefined, path: '0' },
    scenario: own.render(undefined, {} as never, {} as never),
    replies: [],
  };
  const shown = { ...failure, ...(differing ? { differing } : {}) };
  return {
    check: { id: `${own.id}/${requirement}`, experiment: own, requirement },
    ...{ runs, failed, firstFailed: 1, unobserved: 0 },
    smallest: { attempt, verdict: new Verdict(), failure: shown },
  };
}

function order(failing: readonly CheckTally[], demanded?: string): string[] {
  return bySuspicion(failing, facts, demanded).map(({ check }) => check.requirement);
}

describe('the order of failing checks', () => {
  const once = 'snowplow.event.once';
  const absent = 'snowplow.storage.absent';

  it('begins with the one that fails in the greatest share of its cases', () => {
    expect(order([tally(absent, { failed: 10, runs: 50 }), tally(once, { failed: 40, runs: 50 })])).toEqual([
      once,
      absent,
    ]);
  });

  it('trusts a few cases less than many', () => {
    expect(order([tally(absent, { failed: 1, runs: 1 }), tally(once, { failed: 50, runs: 50 })])).toEqual([
      once,
      absent,
    ]);
  });

  it('puts the parameter whose own column is wrong before a rule that looks at it', () => {
    const own = tally('snowplow.tid.stored', { failed: 20, runs: 20, differing: ['txn_id'] });
    expect(order([tally(once, { failed: 50, runs: 50 }), own])[0]).toBe('snowplow.tid.stored');
  });

  it('puts the rule before its parameters where several of them are wrong', () => {
    const own = (requirement: string, column: string) =>
      tally(requirement, { failed: 20, runs: 20, differing: [column] });
    const both = [own('snowplow.tid.stored', 'txn_id'), own('snowplow.uid.stored', 'user_id')];
    expect(order([...both, tally(once, { failed: 20, runs: 20 })])[0]).toBe(once);
  });

  it('names what may be otherwise last', () => {
    const may = tally('snowplow.network-user.cookie-kept', { failed: 50, runs: 50 });
    expect(order([may, tally(absent, { failed: 5, runs: 50 })])[0]).toBe(absent);
  });

  it('names what exercises much beside its requirements last', () => {
    expect(
      order([tally(once, { failed: 50, runs: 50, broad: true }), tally(absent, { failed: 30, runs: 50 })]),
    ).toEqual([absent, once]);
  });

  it('names the usual values of a parameter before the wider ones, unless they hardly fail', () => {
    const wide = tally('snowplow.tid.wide', { failed: 20, runs: 20 });
    const plain = (failed: number) => tally('snowplow.tid.stored', { failed, runs: 20 });
    expect(order([wide, plain(12)])[0]).toBe('snowplow.tid.stored');
    expect(order([wide, plain(3)])[0]).toBe('snowplow.tid.wide');
  });

  it('begins with the parameter that the target demands', () => {
    const optional = tally('snowplow.tid.optional', { failed: 1, runs: 2 });
    expect(order([tally(once, { failed: 50, runs: 50 }), optional], 'tid')[0]).toBe('snowplow.tid.optional');
  });
});

/** One case of an experiment that sends one request, and whether its row was missing. */
function tell(absences: Absences, id: string, query: string, missing: boolean): void {
  const verdict = new Verdict();
  if (missing) verdict.fail('snowplow.event.once', failure);
  else verdict.pass('snowplow.event.once');
  const scenario: Scenario = { requests: [{ method: 'GET', query }], expected: [], absent: [] };
  absences.add({ case: { experiment: experiment(id), plan: undefined, path: '0' }, scenario, replies: [] }, verdict);
}

describe('a demanded parameter', () => {
  const lacked = ['snowplow.a', 'snowplow.b', 'snowplow.c'];

  it('is the one without which hits are missing everywhere, and with which none is', () => {
    const absences = new Absences(['tid', 'aid']);
    for (const id of lacked) tell(absences, id, 'e=pv&aid=x', true);
    for (const id of lacked) tell(absences, id, 'e=pv&tid=1', false);
    expect(absences.demanded).toBe('tid');
  });

  it('is none when hits that carry it are missing, too', () => {
    const absences = new Absences(['tid']);
    for (const id of lacked) tell(absences, id, 'e=pv', true);
    for (const id of lacked) tell(absences, id, 'e=pv&tid=1', id === 'snowplow.a');
    expect(absences.demanded).toBeUndefined();
  });

  it('is none when only one experiment misses rows', () => {
    const absences = new Absences(['tid']);
    for (const _ of lacked) tell(absences, 'snowplow.a', 'e=pv', true);
    for (const id of lacked) tell(absences, id, 'e=pv&tid=1', false);
    expect(absences.demanded).toBeUndefined();
  });
});
