/** Outlinks and downloads: an address of its own kind is stored whole, without a title and not as a page view. */
import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment, Identity } from '../model.ts';
import { numberOf } from './draw/constants.ts';
import { dayOffset } from './draw/day.ts';
import { shortGap } from './draw/gap.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { type Act, actOf } from './request/act.ts';
import { requestsOf, type Step } from './request/chain.ts';
import { type Page, page, viewing } from './request/page.ts';
import { type Person, person } from './request/person.ts';
import { titled, titleOf } from './request/titled.ts';
import { holds, refersToNothing } from './row/cells.ts';
import { noRow, of, on, row } from './row/rows.ts';

interface Kind {
  parameter: 'link' | 'download';
  rule: 'outlink' | 'download';
  /** Name of its number among the kinds of action type. */
  kind: 'outlink' | 'download';
}

export interface LeavingPlan {
  day: number;
  gap: number;
  address: Given;
}

interface Scene {
  leaves: Person;
  atOnce: Person;
  /** The page from which one leaves. */
  seen: Page & { title: string };
  /** Address and title sent beside the address one leaves for, which belong to no page view. */
  beside: Page & { title: string };
  act: Act;
}

function sceneOf({ kind }: Kind, identity: Identity): Scene {
  return {
    leaves: person(0, identity),
    atOnce: person(1, identity),
    seen: { ...page(0, identity), title: titleOf(0, identity) },
    beside: { ...page(3, identity), title: titleOf(2, identity) },
    act: actOf(kind, 1, identity),
  };
}

function stepsOf({ leaves, atOnce, seen, beside, act }: Scene, plan: LeavingPlan, identity: Identity): Step[] {
  const at = identity.clock(plan.day);
  const address = act.pairs.filter(([name]) => name !== 'url');
  return [
    { who: leaves, at, pairs: [...viewing(seen), ...titled(seen.title)] },
    { who: leaves, at: at + plan.gap, pairs: [...address, ...viewing(beside), ...titled(beside.title)] },
    { who: atOnce, at, pairs: [...viewing(page(4, identity)), sent(plan.address)] },
  ];
}

/** One person leaves from a page seen before; another leaves at once, for an address of every class. */
export function leaving(what: Kind): Experiment<LeavingPlan> {
  const { parameter, rule, kind } = what;
  const recorded = `piwik.${rule}.recorded` as const;
  const noTitle = `piwik.${rule}.no-title` as const;
  const exit = `piwik.${rule}.exit` as const;
  return {
    id: `piwik.${rule}`,
    protocol: 'piwik',
    versions: ['2.0'],
    requirements: [recorded, noTitle, exit, ...storing(parameter)],
    branches: {},
    plan: () => fc.record({ day: dayOffset, gap: shortGap, address: given(parameter) }),
    render: (plan, identity, target) => {
      const scene = sceneOf(what, identity);
      return {
        requests: requestsOf(stepsOf(scene, plan, identity), target),
        expected: expectedOf(scene, plan, { recorded, noTitle, exit, type: numberOf('action-type', kind) }),
        absent: [
          noRow('log_link_visit_action', on(scene.beside), recorded, 'page view'),
          noRow('log_action', { name: scene.beside.title }, noTitle, 'title seen'),
        ],
      };
    },
  };
}

interface Rules {
  recorded: RequirementId;
  noTitle: RequirementId;
  exit: RequirementId;
  /** Number of the kind of action type. */
  type: number;
}

function expectedOf(scene: Scene, { address }: LeavingPlan, { recorded, noTitle, exit, type }: Rules) {
  const { leaves, atOnce, seen, act } = scene;
  const name = act.texts[0]?.name ?? '';
  return [
    row('log_link_visit_action', 'page view', on(seen), noTitle),
    row('log_link_visit_action', 'leaving', { ...of(leaves), ...on({ name }) }, recorded, {
      'idaction_url.type': holds(type, recorded),
      idaction_name: refersToNothing(noTitle),
    }),
    row('log_visit', 'visit', of(leaves), exit, {
      'visit_exit_idaction_url.name': holds(name, exit),
      'visit_exit_idaction_name.name': holds(seen.title, exit),
    }),
    row(
      'log_link_visit_action',
      'at once',
      of(atOnce),
      address.requirement,
      storedIn('log_action', address, 'idaction_url'),
    ),
    row('log_action', 'title seen', { name: seen.title }, noTitle),
  ];
}
