/** Outlinks and downloads: an address of its own kind is stored whole, without a title and not as a page view. */
import fc from 'fast-check';
import type { Experiment } from '../model.ts';
import { numberOf } from './draw/constants.ts';
import { dayOffset } from './draw/day.ts';
import { shortGap } from './draw/gap.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { actOf } from './request/act.ts';
import { requestsOf, type Step } from './request/chain.ts';
import type { Pairs } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { person } from './request/person.ts';
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

/** One person leaves from a page seen before; another leaves at once, from an address of every class. */
export function leaving({ parameter, rule, kind }: Kind): Experiment<LeavingPlan> {
  const recorded = `piwik.${rule}.recorded` as const;
  const noTitle = `piwik.${rule}.no-title` as const;
  const exit = `piwik.${rule}.exit` as const;
  const type = numberOf('action-type', kind);
  return {
    id: `piwik.${rule}`,
    protocol: 'piwik',
    versions: ['2.0'],
    requirements: [recorded, noTitle, exit, ...storing(parameter)],
    plan: () => fc.record({ day: dayOffset, gap: shortGap, address: given(parameter) }),
    render: ({ day, gap, address }, identity, target) => {
      const [leaves, atOnce] = [person(0, identity), person(1, identity)];
      const start = identity.clock(day);
      const act = actOf(kind, 1, identity);
      const name = act.texts[0]?.name ?? '';
      const seen = { ...page(0, identity), title: titleOf(0, identity) };
      const lost = titleOf(2, identity);
      // `url` and a title beside it belong to no page view here.
      const beside: Pairs = [...viewing(page(3, identity)), ...titled(lost)];
      const steps: Step[] = [
        { who: leaves, at: start, pairs: [...viewing(seen), ...titled(seen.title)] },
        { who: leaves, at: start + gap, pairs: [...act.pairs.filter(([key]) => key !== 'url'), ...beside] },
        { who: atOnce, at: start, pairs: [...viewing(page(4, identity)), sent(address)] },
      ];
      return {
        requests: requestsOf(steps, target),
        expected: [
          row('log_link_visit_action', 'page view', on(seen), noTitle),
          row('log_link_visit_action', 'leaving', { ...of(leaves), ...on({ name }) }, recorded, {
            'idaction_url.type': holds(type, recorded),
            idaction_name: refersToNothing(noTitle),
          }),
          row('log_visit', 'visit', of(leaves), exit, {
            'visit_exit_idaction_url.name': holds(name, exit),
            'visit_exit_idaction_name.name': holds(seen.title, exit),
          }),
          row('log_link_visit_action', 'at once', of(atOnce), address.requirement, {
            ...storedIn('log_action', address, 'idaction_url'),
          }),
          row('log_action', 'title seen', { name: seen.title }, noTitle),
        ],
        absent: [
          noRow('log_link_visit_action', on(page(3, identity)), recorded, 'page view'),
          noRow('log_action', { name: lost }, noTitle, 'title seen'),
        ],
      };
    },
  };
}
