/** Without an id the configuration tells visitors apart: one component that differs makes another visitor. */

import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment, Identity, Scenario, TargetFacts } from '../model.ts';
import { type Agent, agents } from './draw/agents.ts';
import { type Computer, computer, languages, plugins } from './draw/computer.ts';
import { needsToken } from './obstacle.ts';
import { requestsOf } from './request/chain.ts';
import type { Pairs } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { anonymous, type Person, person } from './request/person.ts';
import { shares, sixteenDigits } from './row/cells.ts';
import { on, row } from './row/rows.ts';

const components = ['operating-system', 'browser', 'browser-version', 'language', 'plugins'] as const;
type Component = (typeof components)[number] | 'address';

interface Difference {
  component: Component | 'not-resolution';
  /** Two computers that differ in the component and in nothing else. */
  computers: readonly [Computer, Computer];
}

interface Plan extends Difference {
  /** Of the screens, where they are told. */
  widths: readonly [number, number];
}

const width = fc.noBias(fc.integer({ min: 320, max: 4096 }));
const widths = fc.uniqueArray(width, { minLength: 2, maxLength: 2 }) as unknown as Arbitrary<readonly [number, number]>;

function onScreens(differences: Arbitrary<Difference>): Arbitrary<Plan> {
  return fc.tuple(differences, widths).map(([difference, drawn]) => ({ ...difference, widths: drawn }));
}

/** All pairs of agents that differ in `part` and, as far as they are told apart, in nothing else. */
function pairsDiffering(part: 'system' | 'browser' | 'version'): (readonly [Agent, Agent])[] {
  const parts = ['system', 'browser', 'version'] as const;
  return agents.flatMap((one) =>
    agents
      .filter((other) => parts.every((name) => (one[name] === other[name]) === (name !== part)))
      .map((other) => [one, other] as const),
  );
}

/** A browser of another name has another version too; the system stays. */
const otherBrowsers = agents.flatMap((one) =>
  agents
    .filter((other) => one.system === other.system && one.browser !== other.browser)
    .map((other) => [one, other] as const),
);

function byAgents(component: Component, pairs: readonly (readonly [Agent, Agent])[]): Arbitrary<Difference> {
  return fc.tuple(computer, fc.constantFrom(...pairs)).map(([common, [one, other]]) => ({
    component,
    computers: [
      { ...common, agent: one },
      { ...common, agent: other },
    ],
  }));
}

const byLanguage = fc
  .tuple(computer, fc.shuffledSubarray([...languages], { minLength: 2, maxLength: 2 }))
  .map(([common, [one = languages[0], other = languages[1]]]): Difference => {
    return {
      component: 'language',
      computers: [
        { ...common, language: one },
        { ...common, language: other },
      ],
    };
  });

const byPlugin = fc.tuple(computer, fc.constantFrom(...plugins)).map(([common, plugin]): Difference => {
  const others = common.plugins.filter((name) => name !== plugin);
  return {
    component: 'plugins',
    computers: [
      { ...common, plugins: others },
      { ...common, plugins: [...others, plugin] },
    ],
  };
});

function same(component: 'address' | 'not-resolution'): Arbitrary<Difference> {
  return computer.map((common): Difference => ({ component, computers: [common, common] }));
}

/** The person at the second computer: all that is not drawn is that of the first. */
function second(plan: Plan, first: Person, identity: Identity): Person {
  const other = person(0, identity, plan.computers[1]);
  return anonymous(plan.component === 'address' ? { ...first, address: identity.address(1) } : other);
}

function resolution({ component, widths }: Plan, index: 0 | 1): Pairs {
  return component === 'not-resolution' ? [['res', `${widths[index]}x1024`]] : [];
}

function render(plan: Plan, identity: Identity, target: TargetFacts): Scenario {
  const requirement = `piwik.configuration.${plan.component}` as RequirementId;
  const start = identity.clock(0);
  const one = anonymous(person(0, identity, plan.computers[0]));
  const other = second(plan, one, identity);
  const pages = [page(0, identity), page(1, identity), page(2, identity)] as const;
  // The twin from the same computer shows that configurations are looked at, whatever becomes of the third request.
  const steps = [
    { who: one, at: start, pairs: [...viewing(pages[0]), ...resolution(plan, 0)] },
    { who: one, at: start + 60, pairs: [...viewing(pages[1]), ...resolution(plan, 0)] },
    { who: other, at: start + 120, pairs: [...viewing(pages[2]), ...resolution(plan, 1)] },
  ];
  const visits = ['visit', 'visit', plan.component === 'not-resolution' ? 'visit' : 'another visit'];
  return {
    requests: requestsOf(steps, target),
    expected: visits.map((visit, index) =>
      row('log_link_visit_action', `action ${index}`, on(page(index, identity)), requirement, {
        idvisit: shares(visit, requirement),
        'idvisit.config_id': sixteenDigits('piwik.configuration.id'),
      }),
    ),
    absent: [],
  };
}

export const configuration: Experiment<Plan> = {
  id: 'piwik.configuration',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.configuration.operating-system',
    'piwik.configuration.browser',
    'piwik.configuration.browser-version',
    'piwik.configuration.language',
    'piwik.configuration.plugins',
    'piwik.configuration.not-resolution',
    'piwik.configuration.id',
  ],
  casesPerRun: 4,
  branches: choicesOf([...components, 'not-resolution'], ({ component }) => component),
  plan: () =>
    onScreens(
      fc.oneof(
        byAgents('operating-system', pairsDiffering('system')),
        byAgents('browser', otherBrowsers),
        byAgents('browser-version', pairsDiffering('version')),
        byLanguage,
        byPlugin,
        same('not-resolution'),
      ),
    ),
  render,
};

export const configurationAddress: Experiment<Plan> = {
  id: 'piwik.configuration-address',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.configuration.address', 'piwik.configuration.id'],
  obstacle: needsToken,
  branches: {},
  plan: () => onScreens(same('address')),
  render,
};
