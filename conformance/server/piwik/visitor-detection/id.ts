/** Which id a visitor bears: the one sent first, or one the tracker makes up. */

import fc from 'fast-check';
import { choicesOf } from '../../coverage/choices.ts';
import type { ExpectedRecord, Experiment } from '../../model.ts';
import { type Computer, computer } from '../draw/computer.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap } from '../draw/gap.ts';
import { requestsOf, type Step } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { anonymous, type Person, person } from '../request/person.ts';
import { holds, shares, sixteenDigits } from '../row/cells.ts';
import { on, row } from '../row/rows.ts';

interface Plan {
  day: number;
  gap: number;
  computer: Computer;
  /** Value class of `_id`: ordinary digits are lower case. */
  upperCase: boolean;
}

const kept = 'piwik.visitor-detection.first-id-kept';
const everywhere = 'piwik.visitor-detection.one-id-everywhere';
const madeUp = 'piwik.visitor-detection.made-up-id';

function withId(who: Person, id: string): Person {
  return { ...who, id: [['_id', id]] };
}

/** Two actions with different ids from one computer, then two people without any. */
export const visitorId: Experiment<Plan> = {
  id: 'piwik.visitor-detection-id',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik._id.stored', 'piwik._id.wide', kept, everywhere, madeUp],
  branches: {},
  classes: choicesOf(
    ['_id/ordinary', '_id/upper-case'],
    ({ upperCase }) => `_id/${upperCase ? 'upper-case' : 'ordinary'}`,
  ),
  plan: () => fc.record({ day: dayOffset, gap: shortGap, computer, upperCase: fc.boolean() }),
  render: ({ day, gap, computer: drawn, upperCase }, identity, target) => {
    const id = identity.visitor(0);
    const one = withId(person(0, identity, drawn), upperCase ? id.toUpperCase() : id);
    const start = identity.clock(day);
    const strangers = [anonymous(person(2, identity, drawn)), anonymous(person(3, identity, drawn))] as const;
    const people = [one, withId(one, identity.visitor(1)), ...strangers, strangers[0]];
    const steps = people.map((who, index): Step => {
      return { who, at: start + (index === 0 ? 0 : gap), pairs: viewing(page(index, identity)) };
    });
    const stored = upperCase ? 'piwik._id.wide' : 'piwik._id.stored';
    const action = (index: number, columns: ExpectedRecord['columns']) =>
      row('log_link_visit_action', `action ${index}`, on(page(index, identity)), stored, columns);
    return {
      requests: requestsOf(steps, target),
      expected: [
        action(0, { 'idvisit.idvisitor': holds(id, stored), idvisitor: holds(id, everywhere) }),
        action(1, { 'idvisit.idvisitor': holds(id, kept), idvisitor: holds(id, kept) }),
        action(2, {
          idvisitor: shares('somebody', everywhere),
          'idvisit.idvisitor': shares('somebody', everywhere),
        }),
        action(3, { idvisitor: shares('somebody else', madeUp), 'idvisit.idvisitor': sixteenDigits(madeUp) }),
        action(4, { idvisitor: shares('somebody', everywhere) }),
      ],
      absent: [],
    };
  },
};
