/** A visit counts what was done in it, whatever it was. */

import fc from 'fast-check';
import { choicesOf } from '../../coverage/choices.ts';
import type { ExpectedColumn, Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { type ActKind, actKinds, actOf } from '../request/act.ts';
import { moments, requestsOf } from '../request/chain.ts';
import { converting } from '../request/goal.ts';
import { person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  day: number;
  acts: readonly ActKind[];
  /** Whether a conversion follows, which is no action. */
  converts: boolean;
}

function counted(acts: readonly ActKind[], kind: ActKind): ExpectedColumn {
  return holds(acts.filter((one) => one === kind).length, 'piwik.visit.total-actions');
}

export const visitTotals: Experiment<Plan> = {
  id: 'piwik.visit-totals',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.visit.total-actions'],
  branches: {
    ...choicesOf(actKinds, ({ acts }) => acts),
    'a conversion follows': ({ converts }) => converts,
    'no conversion follows': ({ converts }) => !converts,
  },
  plan: (target) =>
    fc.record({
      day: dayOffset,
      acts: fc.array(fc.constantFrom(...actKinds), { minLength: 1, maxLength: 5 }),
      converts: target.goals.length === 0 ? fc.constant(false) : fc.boolean(),
    }),
  render: ({ day, acts, converts }, identity, target) => {
    const who = person(0, identity);
    const done = acts.map((kind, slot) => actOf(kind, slot, identity).pairs);
    const steps = converts ? [...done, converting(target.goals[0], 9, identity)] : done;
    const times = moments(
      identity.clock(day),
      steps.map(() => 60),
    );
    return {
      requests: requestsOf(
        steps.map((pairs, index) => ({ who, pairs, at: times[index] ?? 0 })),
        target,
      ),
      expected: [
        row('log_visit', 'visit', of(who), 'piwik.visit.total-actions', {
          visit_total_actions: holds(acts.length, 'piwik.visit.total-actions'),
          visit_total_searches: counted(acts, 'search'),
          visit_total_events: counted(acts, 'event'),
        }),
      ],
      absent: [],
    };
  },
};
