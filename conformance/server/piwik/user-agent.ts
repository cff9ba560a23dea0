/** Browser and operating system are told by the user agent, from the header or the parameter that overrides it. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedRecord, Experiment, Identity, Scenario, TargetFacts } from '../model.ts';
import { type Agent, agents } from './draw/agents.ts';
import { plainComputer } from './draw/computer.ts';
import { get, type Hit, wireOf } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, type Person, person } from './request/person.ts';
import { shares } from './row/cells.ts';
import { of, row } from './row/rows.ts';

interface Plan {
  way: 'header' | 'parameter';
  one: Agent;
  other: Agent;
}

/** Codes differ from tracker to tracker; equal agents have equal codes and different ones have others. */
function visitBy(slot: number, agent: Agent, key: string, identity: Identity, only?: RequirementId): ExpectedRecord {
  const browser = only ?? 'piwik.user-agent.browser';
  return row('log_visit', key, of(person(slot, identity)), only ?? 'piwik.user-agent.header', {
    config_os: shares(agent.system, only ?? 'piwik.user-agent.operating-system'),
    config_browser_name: shares(agent.browser, browser),
    config_browser_version: shares(agent.version, browser),
  });
}

const agent = fc.constantFrom(...agents);
const twoAgents = fc.shuffledSubarray([...agents], { minLength: 2, maxLength: 2 }) as Arbitrary<[Agent, Agent]>;

export const userAgent: Experiment<Plan> = {
  id: 'piwik.user-agent',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.user-agent.header',
    'piwik.ua.stored',
    'piwik.user-agent.override',
    'piwik.user-agent.operating-system',
    'piwik.user-agent.browser',
  ],
  casesPerRun: 3,
  branches: {
    ...choicesOf(['by header', 'by parameter'], ({ way }) => `by ${way}`),
    'the same program': ({ one, other }) => one === other,
    'another program': ({ one, other }) => one !== other,
  },
  classes: { 'ua/ordinary': () => true },
  plan: () =>
    fc.oneof(
      { weight: 1, arbitrary: fc.record({ way: fc.constant('header' as const), one: agent, other: agent }) },
      { weight: 2, arbitrary: twoAgents.map(([one, other]) => ({ way: 'parameter' as const, one, other })) },
    ),
  render: (plan, identity, target) => (plan.way === 'header' ? byHeader : byParameter)(plan, identity, target),
};

/** The person of a slot at a computer that runs a program. */
function runs(slot: number, program: Agent, identity: Identity): Person {
  return person(slot, identity, { ...plainComputer, agent: program });
}

function byHeader({ one, other }: Plan, identity: Identity, target: TargetFacts): Scenario {
  return {
    requests: [one, other, one].map((program, slot) =>
      get(hitOf(runs(slot, program, identity), target, viewing(page(slot, identity)))),
    ),
    expected: [
      visitBy(0, one, 'one', identity),
      visitBy(1, other, 'other', identity),
      visitBy(1, other, 'other header', identity, 'piwik.user-agent.header'),
      visitBy(2, one, 'one again', identity, 'piwik.user-agent.header'),
    ],
    absent: [],
  };
}

/** Two people whose header is missing and one whose header says something else: only what `ua` says counts. */
function byParameter({ one, other }: Plan, identity: Identity, target: TargetFacts): Scenario {
  const telling = (slot: number, program: Agent): Hit => {
    return hitOf(runs(slot, other, identity), target, [...viewing(page(slot, identity)), ['ua', wireOf(program.text)]]);
  };
  return {
    requests: [get(withoutAgent(telling(0, one))), get(withoutAgent(telling(1, other))), get(telling(2, one))],
    expected: [
      visitBy(0, one, 'one', identity, 'piwik.ua.stored'),
      visitBy(1, other, 'other', identity, 'piwik.ua.stored'),
      visitBy(2, one, 'overridden', identity, 'piwik.user-agent.override'),
    ],
    absent: [],
  };
}

function withoutAgent({ pairs, headers: { 'user-agent': _left, ...headers } = {} }: Hit): Hit {
  return { pairs, headers };
}
