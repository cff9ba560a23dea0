/** What the experiments about one kind of event have in common: it is stored with its parameters and without. */
import fc from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import type { RequirementId } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Experiment } from '../model.ts';
import { type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { codeFor, implemented, lessKnown } from './draw/groups.ts';
import { derived, snowplow } from './protocol.ts';
import { event, get, type Pairs } from './request/hit.ts';
import { eventRow, named, of } from './row/rows.ts';

interface Kind {
  id: `snowplow.${string}`;
  code: string;
  /** The name in the column `event`. */
  event: RequirementId;
  /** The event without any parameter of its own. */
  withoutParameters: RequirementId;
}

/** Of a kind none of whose parameters every collector reads, so that there is an event with some. */
function exampleOf({ name, examples }: Parameter): Pairs {
  return examples.slice(0, 1).map(({ wire }) => [name, wire] as const);
}

/** Sends one event with some parameters of its kind and one without. */
export function kindOfEvent({ id, code, event: name, withoutParameters }: Kind): Experiment<readonly Chosen[]> {
  const own = implemented.filter((parameter) => codeFor(parameter) === code);
  const others = lessKnown.filter((parameter) => codeFor(parameter) === code).flatMap(exampleOf);
  return snowplow<readonly Chosen[]>({
    id,
    requirements: [name, withoutParameters, ...own.map((parameter) => derived(parameter.name, 'stored'))],
    branches: {},
    plan: () => (own.length === 0 ? fc.constant([]) : someOf(own)),
    render: (chosen, identity) => {
      const [full, bare] = [identity.text(0), identity.text(1)];
      return {
        requests: [get(event(code, full, own.length === 0 ? others : pairsOf(chosen))), get(event(code, bare))],
        expected: [
          eventRow('with parameters', of(full), name, {
            ...named(code, name),
            ...columnsOf(chosen, (parameter) => derived(parameter, 'stored')),
          }),
          eventRow('without parameters', of(bare), withoutParameters, named(code, withoutParameters)),
        ],
        absent: [],
      };
    },
  });
}
