/** How the parameters came, and parameters that say nothing, change nothing of what is stored. */

import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment, OutgoingRequest } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { core, type Given, sent } from './draw/given.ts';
import { get, type Hit, post, queryOf, wireOf } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { alike } from './row/alike.ts';
import { of, row } from './row/rows.ts';

/** How the second of two requests differs from the first: by a parameter more, or by the way it comes. */
type Change =
  | { way: 'added'; requirement: RequirementId; name: string; wire: string }
  | { way: 'form' | 'split' | 'closed'; requirement: RequirementId };

interface Plan {
  day: number;
  /** What both requests say beside the page. */
  said: readonly Given[];
  change: Change;
}

const number = fc.nat(999_999).map(String);
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019 <&é'), maxLength: 8 }).map(wireOf);

function added(requirement: RequirementId, name: string, wires: Arbitrary<string>): Arbitrary<Change> {
  return wires.map((wire) => ({ way: 'added', requirement, name, wire }));
}

const unknown = ['bf_unknown', 'bf.unknown', 'x', 'foo%5B%5D'];
const otherCase = ['IdGoal', 'URL', 'Action_Name', 'RES', 'REC', 'Search', 'Download'];

const changes: readonly Arbitrary<Change>[] = [
  added('piwik.transport.rand-changes-nothing', 'rand', number),
  added('piwik.transport.apiv-changes-nothing', 'apiv', fc.constant('1')),
  fc.oneof(...unknown.map((name) => added('piwik.transport.unknown-parameter', name, word))),
  fc.oneof(...otherCase.map((name) => added('piwik.transport.exact-names', name, number))),
  fc.constant({ way: 'form', requirement: 'piwik.transport.form-body' }),
  fc.constant({ way: 'split', requirement: 'piwik.transport.query-over-body' }),
  fc.constant({ way: 'closed', requirement: 'piwik.transport.connections' }),
];

/** The title in the body, the rest in the query; a page stands in both, and the one in the query wins. */
function split(hit: Hit): OutgoingRequest {
  const inBody = hit.pairs.filter(([name]) => name === 'action_name');
  const inQuery = hit.pairs.filter(([name]) => name !== 'action_name');
  const request = post({ ...hit, pairs: [...inBody, ['url', wireOf('http://other.beaconform.invalid/')]] });
  return { ...request, query: queryOf(inQuery) };
}

function changed(hit: Hit, change: Change): OutgoingRequest {
  switch (change.way) {
    case 'added':
      return get({ ...hit, pairs: [...hit.pairs, [change.name, change.wire]] });
    case 'form':
      return post(hit);
    case 'split':
      return split(hit);
    case 'closed':
      return get({ ...hit, headers: { ...hit.headers, connection: 'close' } });
  }
}

export const transport: Experiment<Plan> = {
  id: 'piwik.transport',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.transport.endpoint',
    'piwik.transport.rand-changes-nothing',
    'piwik.transport.apiv-changes-nothing',
    'piwik.transport.unknown-parameter',
    'piwik.transport.exact-names',
    'piwik.transport.form-body',
    'piwik.transport.query-over-body',
    'piwik.transport.connections',
  ],
  casesPerRun: 3,
  branches: {
    ...choicesOf(['rand', 'apiv'], ({ change }) => (change.way === 'added' ? change.name : undefined)),
    'an unknown parameter': ({ change }) => change.requirement === 'piwik.transport.unknown-parameter',
    'another letter case': ({ change }) => change.requirement === 'piwik.transport.exact-names',
    'a form in the body': ({ change }) => change.way === 'form',
    'query and body': ({ change }) => change.way === 'split',
    'a connection of its own': ({ change }) => change.way === 'closed',
  },
  plan: () =>
    fc.record({
      day: dayOffset,
      said: fc.tuple(core('action_name'), core('res'), core('_cvar'), core('gt_ms')),
      change: fc.oneof(...changes),
    }),
  render: ({ day, said, change }, identity, target) => {
    const { requirement } = change;
    const pairs = [...viewing(page(0, identity)), ...said.map(sent)];
    const people = [person(0, identity), person(1, identity)] as const;
    const [one, other] = people.map((who) => hitOf(who, target, pairs, identity.clock(day))) as [Hit, Hit];
    const timed = target.token !== undefined;
    return {
      requests: [get(one), changed(other, change)],
      expected: people
        .flatMap((who, index) => [
          row('log_visit', `visit ${index}`, of(who), requirement, alike('log_visit', 'alike', requirement, timed)),
          row(
            'log_link_visit_action',
            `action ${index}`,
            of(who),
            requirement,
            alike('log_link_visit_action', 'alike', requirement, timed),
          ),
        ])
        .concat(row('log_link_visit_action', 'at the endpoint', of(people[0]), 'piwik.transport.endpoint')),
      absent: [],
    };
  },
};
