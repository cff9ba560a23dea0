/** Custom variables of the visit and of the action, each in its own slots. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { shortGap } from './draw/gap.ts';
import { type Slots, slots, slotWire, storedSlots } from './draw/slots.ts';
import { requestsOf, type Step } from './request/chain.ts';
import { type Page, page, viewing } from './request/page.ts';
import { type Person, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { type Columns, of, on, row } from './row/rows.ts';

interface Plan {
  day: number;
  gap: number;
  /** Of the visit, with the first action. */
  first: Slots;
  /** Of the visit, with the second action. */
  later: Slots;
  /** Of the second action. */
  action: Slots;
  /** Of the visit of somebody else: not in the order 1, 2, 3 …, so that each has to be read. */
  scattered: Slots;
}

const visitScope = 'piwik.custom-variables.visit-scope';
const actionScope = 'piwik.custom-variables.action-scope';
const keyed = 'piwik.custom-variables.keyed-by-slot';
const kept = 'piwik.custom-variables.slots-kept';

type Pages = readonly [Page, Page, Page, Page, Page, Page, Page];
type People = readonly [Person, Person, Person, Person, Person];

/** One person sends variables of the visit once, another twice, a third those of an action only, a fourth in odd slots, a fifth with a later action. */
function steps(plan: Plan, [once, twice, acts, scatters, later]: People, pages: Pages, start: number): Step[] {
  const [first, second] = [slotWire('_cvar', plan.first), slotWire('_cvar', plan.later)];
  const action = slotWire('cvar', plan.action);
  return [
    { who: once, at: start, pairs: [...viewing(pages[0]), first, action] },
    { who: twice, at: start, pairs: [...viewing(pages[1]), first] },
    { who: twice, at: start + plan.gap, pairs: [...viewing(pages[2]), second, action] },
    { who: acts, at: start, pairs: [...viewing(pages[3]), action] },
    { who: scatters, at: start, pairs: [...viewing(pages[4]), slotWire('_cvar', plan.scattered)] },
    { who: later, at: start, pairs: viewing(pages[5]) },
    { who: later, at: start + plan.gap, pairs: [...viewing(pages[6]), first] },
  ];
}

/** Some slot is left out before the last. */
const scattered = slots.filter((drawn) => Object.keys(drawn).some((slot, index) => Number(slot) !== index + 1));

function holding(drawn: Slots, requirement: RequirementId): Columns {
  return storedSlots(drawn, (value) => holds(value, requirement));
}

export const customVariables: Experiment<Plan> = {
  id: 'piwik.custom-variables',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [visitScope, actionScope, keyed, kept],
  branches: {
    'all five slots': ({ first }) => Object.keys(first).length === 5,
    'some slots': ({ first }) => Object.keys(first).length < 5,
    'a slot sent again': ({ first, later }) => Object.keys(later).some((slot) => slot in first),
    'a slot sent later': ({ first, later }) => Object.keys(later).some((slot) => !(slot in first)),
  },
  plan: (): Arbitrary<Plan> =>
    fc.record({ day: dayOffset, gap: shortGap, first: slots, later: slots, action: slots, scattered }),
  render: (plan, identity, target) => {
    const people = [0, 1, 2, 3, 4].map((slot) => person(slot, identity)) as unknown as People;
    const [once, twice, acts, scatters, late] = people;
    const pages = [0, 1, 2, 3, 4, 5, 6].map((slot) => page(slot, identity)) as unknown as Pages;
    const { first, later, action } = plan;
    const onPage = (index: 0 | 1 | 2, drawn: Slots) =>
      row('log_link_visit_action', `page ${index}`, on(pages[index]), actionScope, holding(drawn, actionScope));
    return {
      requests: requestsOf(steps(plan, people, pages, identity.clock(plan.day)), target),
      expected: [
        row('log_visit', 'once', of(once), visitScope, holding(first, visitScope)),
        row('log_visit', 'later', of(late), visitScope, holding(first, visitScope)),
        row('log_visit', 'by slot', of(scatters), keyed, holding(plan.scattered, keyed)),
        row('log_visit', 'twice', of(twice), kept, holding({ ...first, ...later }, kept)),
        row('log_visit', 'of an action only', of(acts), actionScope, holding({}, actionScope)),
        onPage(0, action),
        onPage(1, {}),
        onPage(2, action),
      ],
      absent: [],
    };
  },
};
