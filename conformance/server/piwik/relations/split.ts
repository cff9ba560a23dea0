/** Splitting a bulk request in two changes nothing of what is stored. */
import fc from 'fast-check';
import type { Experiment, OutgoingRequest } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap } from '../draw/gap.ts';
import { needsToken } from '../obstacle.ts';
import { bulk, entryOf, withoutToken } from '../request/bulk.ts';
import { moments } from '../request/chain.ts';
import { wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { headersOf, hitOf, person } from '../request/person.ts';
import { dateTime } from '../request/time.ts';
import { alike } from '../row/alike.ts';
import { holds, shares } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';

interface Plan {
  day: number;
  gaps: readonly number[];
  /** How many entries the first of the two requests holds. */
  first: number;
}

const requirement = 'piwik.bulk.like-single';
const LONGEST = 5;

/** One person's visit comes in one request, another's in two. */
export const split: Experiment<Plan> = {
  id: 'piwik.relations-split',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['bulk'],
  obstacle: needsToken,
  branches: {},
  plan: () =>
    fc.record({
      day: dayOffset,
      gaps: fc.array(shortGap, { minLength: 1, maxLength: LONGEST - 1 }),
      first: fc.integer({ min: 1, max: LONGEST - 1 }),
    }),
  render: ({ day, gaps, first }, identity, target) => {
    const people = [person(0, identity), person(1, identity)] as const;
    const times = moments(identity.clock(day), gaps);
    const entries = people.map((who) =>
      times.map((at, index) => {
        const language = ['lang', wireOf(who.language)] as const;
        return entryOf(withoutToken(hitOf(who, target, [...viewing(page(index, identity)), language], at)), 'query');
      }),
    );
    const [whole = [], parted = []] = entries;
    const sent = (list: readonly (typeof whole)[number][]): OutgoingRequest[] =>
      list.length === 0 ? [] : [bulk(list, { token: target.token, headers: headersOf(people[1]) })];
    return {
      requests: [...sent(whole), ...sent(parted.slice(0, first)), ...sent(parted.slice(first))],
      expected: people.flatMap((who, index) => [
        row('log_visit', `visit ${index}`, of(who), requirement, {
          ...alike('log_visit', 'alike', requirement, true),
          visitor_localtime: shares('alike', requirement),
        }),
        ...times.map((at, turn) =>
          row(
            'log_link_visit_action',
            `action ${index} ${turn}`,
            { ...of(who), ...on(page(turn, identity)) },
            requirement,
            {
              server_time: holds(dateTime(at), requirement),
            },
          ),
        ),
      ]),
      absent: [],
    };
  },
};
