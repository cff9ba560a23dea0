/** What the experiments about one kind of event have in common: it is stored with its parameters and without. */
import fc from 'fast-check';
import type { RequirementId } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Experiment } from '../model.ts';
import { type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { codeFor, implemented } from './draw/groups.ts';
import { derived, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { eventRow, named, of } from './row/rows.ts';

interface Kind {
  id: `snowplow.${string}`;
  code: string;
  /** The name in the column `event`. */
  event: RequirementId;
  /** The event without any parameter of its own. */
  withoutParameters: RequirementId;
}

/** Sends one event with some parameters of its kind and one without. */
export function kindOfEvent({ id, code, event: name, withoutParameters }: Kind): Experiment<readonly Chosen[]> {
  const own = implemented.filter((parameter) => codeFor(parameter) === code);
  return snowplow<readonly Chosen[]>({
    id,
    requirements: [name, withoutParameters, ...own.map((parameter) => derived(parameter.name, 'stored'))],
    branches: {},
    plan: () => (own.length === 0 ? fc.constant([]) : someOf(own)),
    render: (chosen, identity) => {
      const [full, bare] = [identity.text(0), identity.text(1)];
      return {
        requests: [get(event(code, full, pairsOf(chosen))), get(event(code, bare))],
        expected: [
          eventRow('with parameters', of(full), name, {
            ...named(code, name),
            ...columnsOf(chosen, (parameter) => derived(parameter, 'stored')),
          }),
          eventRow('without parameters', of(bare), withoutParameters, named(code, name)),
        ],
        absent: [],
      };
    },
  });
}
