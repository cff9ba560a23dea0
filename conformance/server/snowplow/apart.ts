/** What the experiments have in common that send each value in an event of its own: one refused costs no other. */
import type { Parameter } from '../../../generated/model.ts';
import type { RequirementId } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Experiment } from '../model.ts';
import { type Chosen, columnsOf, type Draw, fewOf, pairsOf } from './draw/chosen.ts';
import { codeFor } from './draw/groups.ts';
import { derived, facts, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { eventRow, of } from './row/rows.ts';

/** Events of one case. */
const MOST = 6;

interface Apart {
  id: `snowplow.${string}`;
  parameters: readonly Parameter[];
  /** Of which requirement of its parameter a value is part. */
  aspect: 'stored' | 'wide';
  draw: Draw;
  casesPerRun: number;
}

/** Each parameter drawn is sent alone, in an event of the kind it belongs to. */
export function eachApart({ id, parameters, aspect, draw, casesPerRun }: Apart): Experiment<readonly Chosen[]> {
  const requirementOf = (name: string): RequirementId => derived(name, aspect);
  return snowplow<readonly Chosen[]>({
    id,
    requirements: parameters.map(({ name }) => requirementOf(name)),
    casesPerRun,
    branches: {},
    plan: () => fewOf(parameters, { draw, level: aspect === 'stored' ? 'MUST' : 'SHOULD', most: MOST }),
    render: (chosen, identity) => ({
      requests: chosen.map((one, slot) =>
        get(event(codeFor(facts.parameters[one.name] as Parameter), identity.text(slot), pairsOf([one]))),
      ),
      expected: chosen.map((one, slot) => {
        const columns = columnsOf([one], requirementOf);
        return eventRow(`${one.name} ${slot}`, of(identity.text(slot)), requirementOf(one.name), columns);
      }),
      absent: [],
    }),
  });
}
