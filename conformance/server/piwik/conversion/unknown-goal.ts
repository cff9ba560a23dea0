/** A goal that the site does not have is not converted. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { needsGoal } from '../obstacle.ts';
import { converting, type Goal } from '../request/goal.ts';
import { get } from '../request/hit.ts';
import { hitOf, person } from '../request/person.ts';
import { noRow, of, row } from '../row/rows.ts';

const requirement = 'piwik.conversion.unknown-goal';

interface Plan {
  goal: Goal;
  unknown: number;
}

export const unknownGoal: Experiment<Plan> = {
  id: 'piwik.conversion-unknown-goal',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['goals'],
  obstacle: needsGoal,
  branches: {},
  plan: (target) =>
    fc.record({ goal: fc.constantFrom(...target.goals), unknown: fc.integer({ min: 1_000_000, max: 2_147_483_647 }) }),
  render: ({ goal, unknown }, identity, target) => {
    const [wrong, right] = [person(0, identity), person(1, identity)];
    const tables = ['log_visit', 'log_conversion'] as const;
    return {
      requests: [
        get(hitOf(wrong, target, converting({ ...goal, id: unknown }, 0, identity))),
        get(hitOf(right, target, converting(goal, 1, identity))),
      ],
      expected: tables.map((table) => row(table, table, of(right), requirement)),
      absent: tables.map((table) => noRow(table, of(wrong), requirement, table)),
    };
  },
};
