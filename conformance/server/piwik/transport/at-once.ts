/** Requests of several visitors that arrive at the same time: none takes anything of another. */
import fc from 'fast-check';
import type { ExpectedRecord, Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { core, type Given, sent, storedIn } from '../draw/given.ts';
import { type ActKind, actKinds, actOf } from '../request/act.ts';
import { requestsOf } from '../request/chain.ts';
import { person } from '../request/person.ts';
import { holds, shares } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

/** What one visitor does, and says beside it. */
interface Turn {
  act: ActKind;
  said: readonly Given[];
}

interface Plan {
  day: number;
  turns: readonly Turn[];
}

const requirement = 'piwik.transport.at-once';
const turn = fc.record({
  act: fc.constantFrom(...actKinds.filter((kind) => kind !== 'event')),
  said: fc.tuple(core('res'), core('_cvar')),
});

export const atOnce: Experiment<Plan> = {
  id: 'piwik.transport-at-once',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  branches: {},
  plan: () => fc.record({ day: dayOffset, turns: fc.array(turn, { minLength: 2, maxLength: 8 }) }),
  render: ({ day, turns }, identity, target) => {
    const at = identity.clock(day);
    const deeds = turns.map(({ act, said }, slot) => ({
      who: person(slot, identity),
      act: actOf(act, slot, identity),
      said: said.map((value) => ({ ...value, requirement }) as const),
    }));
    return {
      atOnce: true,
      requests: requestsOf(
        deeds.map(({ who, act, said }) => ({ who, at, pairs: [...act.pairs, ...said.map(sent)] })),
        target,
      ),
      expected: deeds.flatMap(({ who, act, said }, slot): ExpectedRecord[] => {
        const texts = act.texts.map(({ column, name }) => [`${column}.name`, holds(name, requirement)] as const);
        const own = { idvisit: shares(`visit ${slot}`, requirement) };
        return [
          row('log_visit', `visit ${slot}`, of(who), requirement, {
            ...own,
            ...Object.assign({}, ...said.map((value) => storedIn('log_visit', value))),
            visit_total_actions: holds(1, requirement),
          }),
          row('log_link_visit_action', `action ${slot}`, of(who), requirement, {
            ...own,
            ...Object.fromEntries(texts),
          }),
        ];
      }),
      absent: [],
    };
  },
};
