/** One action that matches several goals converts each of them. */
import fc from 'fast-check';
import type { Experiment, PatternGoal, TargetFacts } from '../../model.ts';
import { get, wireOf } from '../request/hit.ts';
import { page } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { titled } from '../request/titled.ts';
import { shares } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  byUrl: PatternGoal;
  byTitle: PatternGoal;
}

const requirement = 'piwik.conversion.several';

/** Goals that look for a part, so that one page view can match them all. */
function containing({ site, sites = [] }: TargetFacts, match: PatternGoal['match']): readonly PatternGoal[] {
  const goals = sites.find(({ id }) => id === site)?.patternGoals ?? [];
  return goals.filter((goal) => goal.match === match && goal.patternType === 'contains');
}

export const severalConversions: Experiment<Plan> = {
  id: 'piwik.conversion-several',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['goals'],
  obstacle: (target) =>
    containing(target, 'url').length > 0 && containing(target, 'title').length > 0
      ? undefined
      : { status: 'skipped', reason: 'the target names no two goals that one page view could match (target file)' },
  branches: {},
  plan: (target) =>
    fc.record({
      byUrl: fc.constantFrom(...containing(target, 'url')),
      byTitle: fc.constantFrom(...containing(target, 'title')),
    }),
  render: ({ byUrl, byTitle }, identity, target) => {
    const who = person(0, identity);
    const url = `${page(0, identity).url}/${byUrl.pattern}`;
    return {
      requests: [get(hitOf(who, target, [['url', wireOf(url)], ...titled(`Before ${byTitle.pattern}, after`)]))],
      expected: [byUrl, byTitle].map((goal) =>
        row('log_conversion', `goal ${goal.id}`, { ...of(who), idgoal: goal.id }, requirement, {
          idlink_va: shares('the action', requirement),
        }),
      ),
      absent: [],
    };
  },
};
