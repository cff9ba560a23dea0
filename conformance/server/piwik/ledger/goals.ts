/** Questions about goals that nobody converts by hand. */
import type { PatternGoal, TargetFacts } from '../../model.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { of, row } from '../row/rows.ts';
import { maybe, type Probe, questions } from './probe.ts';

const requirement = 'piwik.conversion.by-url';

/** A goal that looks for a part of an address. */
function goalOf({ site, sites = [] }: TargetFacts): PatternGoal | undefined {
  const goals = sites.find(({ id }) => id === site)?.patternGoals ?? [];
  return goals.find(({ match, patternType }) => match === 'url' && patternType === 'contains');
}

/** A request on a page whose address has what the goal looks for. */
function onMatchingPage(pairs: Pairs, optional: Parameters<typeof maybe>[2]): Probe {
  return (identity, target) => {
    const goal = goalOf(target);
    if (goal === undefined) return undefined;
    const who = person(0, identity);
    const url = `${page(0, identity).url}/${goal.pattern}`;
    return {
      requests: [get(hitOf(who, target, [['url', wireOf(url)], ...pairs]))],
      expected: [
        row('log_visit', 'visit', of(who), requirement),
        maybe(['log_conversion', 'conversion', { ...of(who), idgoal: goal.id }], requirement, optional),
      ],
    };
  };
}

/** An event whose name has what a goal looks for in titles. */
const eventName: Probe = (identity, target) => {
  const goals = target.sites?.find(({ id }) => id === target.site)?.patternGoals ?? [];
  const goal = goals.find(({ match, patternType }) => match === 'title' && patternType === 'contains');
  if (goal === undefined) return undefined;
  const who = person(0, identity);
  const event: Pairs = [
    ['e_c', 'Videos'],
    ['e_a', 'Play'],
    ['e_n', wireOf(`${goal.pattern}, ${identity.text(1)}`)],
  ];
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...event]))],
    expected: [
      row('log_visit', 'visit', of(who), requirement),
      maybe(['log_conversion', 'conversion', { ...of(who), idgoal: goal.id }], requirement, {
        ledger: 'piwik.goals-on-events',
        stored: 'yes',
        absent: 'no',
      }),
    ],
  };
};

export const goalQuestions = questions({
  id: 'piwik.ledger-goals',
  requirements: [requirement],
  features: ['goals'],
  obstacle: (target) =>
    goalOf(target) === undefined
      ? { status: 'skipped', reason: 'the target names no goal that looks for a part of an address (target file)' }
      : undefined,
  probes: {
    'page view': onMatchingPage([], {
      ledger: 'piwik.conversion-detection',
      stored: 'patterns',
      absent: 'by-hand',
    }),
    'name of an event': eventName,
    event: onMatchingPage(
      [
        ['e_c', 'Videos'],
        ['e_a', 'Play'],
      ],
      { ledger: 'piwik.goals-on-events', stored: 'yes', absent: 'no' },
    ),
  },
});
