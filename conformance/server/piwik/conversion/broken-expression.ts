/** A goal whose regular expression cannot be compiled: nothing reaches it, and other goals are reached as ever. */
import fc from 'fast-check';
import type { Experiment, PatternGoal, TargetFacts } from '../../model.ts';
import { get, wireOf } from '../request/hit.ts';
import { page } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { noRow, of, row } from '../row/rows.ts';

interface Plan {
  broken: PatternGoal;
  /** One that the same page reaches. */
  other: PatternGoal;
}

const requirement = 'piwik.conversion.regex';
const reached = 'piwik.conversion.by-url';

/** True for `(never-closed`: no engine takes a group without an end, while each takes much that others do not. */
function isBroken({ patternType, pattern }: PatternGoal): boolean {
  return patternType === 'regex' && /^\([^)[\\]*$/.test(pattern);
}

/** Goals of addresses, of both kinds. */
function goalsOf({ site, sites = [] }: TargetFacts): { broken: PatternGoal[]; others: PatternGoal[] } {
  const goals = sites.find(({ id }) => id === site)?.patternGoals.filter(({ match }) => match === 'url') ?? [];
  return { broken: goals.filter(isBroken), others: goals.filter(({ patternType }) => patternType === 'contains') };
}

export const brokenExpression: Experiment<Plan> = {
  id: 'piwik.conversion-broken-expression',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement, reached],
  features: ['goals'],
  obstacle: (target) =>
    Object.values(goalsOf(target)).every((goals) => goals.length > 0)
      ? undefined
      : { status: 'skipped', reason: 'the target names no goal with a broken expression beside another (target file)' },
  branches: {},
  plan: (target) => {
    const { broken, others } = goalsOf(target);
    return fc.record({ broken: fc.constantFrom(...broken), other: fc.constantFrom(...others) });
  },
  render: ({ broken, other }, identity, target) => {
    const who = person(0, identity);
    const url = `${page(0, identity).url}/${other.pattern}/${broken.pattern}`;
    return {
      requests: [get(hitOf(who, target, [['url', wireOf(url)]]))],
      expected: [row('log_conversion', 'other', { ...of(who), idgoal: other.id }, reached)],
      absent: [noRow('log_conversion', { ...of(who), idgoal: broken.id }, requirement, 'other')],
    };
  },
};
