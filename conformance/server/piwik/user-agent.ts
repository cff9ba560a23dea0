/** Browser and operating system are told by the user agent, from the header or the parameter that overrides it. */
import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { ExpectedRecord, Experiment, Identity } from '../model.ts';
import { type Agent, agents } from './draw/agents.ts';
import { plainComputer } from './draw/computer.ts';
import { get, wireOf } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { shares } from './row/cells.ts';
import { of, row } from './row/rows.ts';

interface Plan {
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

export const userAgent: Experiment<Plan> = {
  id: 'piwik.user-agent',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.user-agent.header',
    'piwik.user-agent.override',
    'piwik.user-agent.operating-system',
    'piwik.user-agent.browser',
    'piwik.ua.stored',
  ],
  branches: {
    'the same program': ({ one, other }) => one === other,
    'another program': ({ one, other }) => one !== other,
  },
  classes: { 'ua/ordinary': () => true },
  plan: () => fc.record({ one: fc.constantFrom(...agents), other: fc.constantFrom(...agents) }),
  render: ({ one, other }, identity, target) => {
    const by = (slot: number, agent: Agent) => person(slot, identity, { ...plainComputer, agent });
    const overriding = [['ua', wireOf(one.text)] as const];
    return {
      requests: [
        get(hitOf(by(0, one), target, viewing(page(0, identity)))),
        get(hitOf(by(1, other), target, viewing(page(1, identity)))),
        get(hitOf(by(2, one), target, viewing(page(2, identity)))),
        get(hitOf(by(3, other), target, [...viewing(page(3, identity)), ...overriding])),
      ],
      expected: [
        visitBy(0, one, 'one', identity),
        visitBy(1, other, 'other', identity),
        visitBy(1, other, 'other header', identity, 'piwik.user-agent.header'),
        visitBy(2, one, 'one again', identity, 'piwik.user-agent.header'),
        visitBy(3, one, 'overridden', identity, 'piwik.user-agent.override'),
        visitBy(3, one, 'told', identity, 'piwik.ua.stored'),
      ],
      absent: [],
    };
  },
};
