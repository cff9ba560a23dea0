/** An event that carries every implemented parameter fills every column named for them. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedColumn } from '../model.ts';
import { allOf, type Chosen, columnsOf, pairsOf } from './draw/chosen.ts';
import { type CoreCode, carriedBy, coreCodes, implemented } from './draw/groups.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { mayHold } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  code: CoreCode;
  all: readonly Chosen[];
}

const requirement = 'snowplow.storage.every-parameter';

/** The ledger leaves open whether parameters of another kind of event are stored. */
function ofAnotherKind([column, { cell }]: [string, ExpectedColumn]): [string, ExpectedColumn] {
  if (cell.kind !== 'is') return [column, { cell, requirement }];
  return [column, mayHold('snowplow.event-parameters-elsewhere', cell.value, {}, requirement)];
}

export const storage = snowplow<Plan>({
  id: 'snowplow.storage',
  broad: true,
  requirements: [requirement],
  branches: choicesOf(coreCodes, ({ code }) => code),
  plan: () => fc.record({ code: fc.constantFrom(...coreCodes), all: allOf(implemented) }),
  render: ({ code, all }, identity) => {
    const application = identity.text(0);
    const own = new Set(carriedBy(code).map(({ name }) => name));
    const others = all.filter(({ name }) => !own.has(name));
    return {
      requests: [get(event(code, application, pairsOf(all)))],
      expected: [
        eventRow('event', of(application), requirement, {
          ...Object.fromEntries(Object.entries(columnsOf(others, () => requirement)).map(ofAnotherKind)),
          ...columnsOf(
            all.filter(({ name }) => own.has(name)),
            () => requirement,
          ),
        }),
      ],
      absent: [],
    };
  },
});
