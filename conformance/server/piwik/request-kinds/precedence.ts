/** Which kind a request is that carries the signs of several. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment, Identity, Scenario, TargetFacts } from '../../model.ts';
import { needsGoal } from '../obstacle.ts';
import { type ActKind, actOf } from '../request/act.ts';
import { converting } from '../request/goal.ts';
import { get } from '../request/hit.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { noRow, of, row } from '../row/rows.ts';

type Kind = ActKind | 'goal';

interface Plan {
  requirement: RequirementId;
  /** The kind it is, and the one it looks like too. */
  wins: Kind;
  loses: ActKind;
}

function plan(requirement: RequirementId, wins: Kind, loses: ActKind): Plan {
  return { requirement, wins, loses };
}

const withGoal = [
  plan('piwik.request-kinds.goal-before-action', 'goal', 'outlink'),
  plan('piwik.request-kinds.goal-before-action', 'goal', 'download'),
];
const others = [
  plan('piwik.request-kinds.download-before-link', 'download', 'outlink'),
  plan('piwik.request-kinds.link-before-event', 'outlink', 'event'),
  plan('piwik.request-kinds.event-before-search', 'event', 'search'),
];

function nameOf({ wins, loses }: Plan): string {
  return `${wins} before ${loses}`;
}

function render({ requirement, wins, loses }: Plan, identity: Identity, target: TargetFacts): Scenario {
  const [both, twin] = [person(0, identity), person(1, identity)];
  const losing = actOf(loses, 0, identity);
  const signs = losing.pairs.filter(([name]) => name !== 'url');
  const action = 'log_link_visit_action';
  const [text] = losing.texts;
  const lost = (who: typeof both) => ({ ...of(who), [`${text?.column}.type`]: text?.type ?? 0 });
  const won = wins === 'goal' ? undefined : actOf(wins, 0, identity);
  const found =
    won === undefined
      ? row('log_conversion', 'wins', of(both), requirement)
      : row(action, 'wins', of(both), requirement, {
          [`${won.texts[0]?.column}.type`]: holds(won.texts[0]?.type ?? 0, requirement),
        });
  const pairs = won === undefined ? converting(target.goals[0], 0, identity) : won.pairs;
  return {
    requests: [get(hitOf(both, target, [...pairs, ...signs])), get(hitOf(twin, target, losing.pairs))],
    expected: [found, row(action, 'twin', lost(twin), requirement)],
    absent: [noRow(action, lost(both), requirement, 'twin')],
  };
}

function requirementsOf(plans: readonly Plan[]): RequirementId[] {
  return [...new Set(plans.map(({ requirement }) => requirement))];
}

export const kindPrecedence: Experiment<Plan> = {
  id: 'piwik.request-kinds-precedence',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: requirementsOf(others),
  branches: choicesOf(others.map(nameOf), nameOf),
  plan: () => fc.constantFrom(...others),
  render,
};

export const goalPrecedence: Experiment<Plan> = {
  id: 'piwik.request-kinds-goal-precedence',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: requirementsOf(withGoal),
  features: ['goals'],
  obstacle: needsGoal,
  branches: choicesOf(withGoal.map(nameOf), nameOf),
  plan: () => fc.constantFrom(...withGoal),
  render,
};
