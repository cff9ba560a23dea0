/** Requests from the search engines' own networks are not tracked; those from the address beside are. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { listOf } from '../draw/constants.ts';
import { needsToken } from '../obstacle.ts';
import { get, replaced } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { noRow, of, row } from '../row/rows.ts';

const requirement = 'piwik.bots.network';

interface Plan {
  inside: string;
  beside: string;
}

/** Two requests say where they come from with a token; a third asks to be tracked from the network. */
export const botNetworks: Experiment<Plan> = {
  id: 'piwik.bots-network',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  obstacle: needsToken,
  branches: {},
  plan: () =>
    fc.record({
      inside: fc.constantFrom(...listOf('bots', 'networkAddresses')),
      beside: fc.constantFrom(...listOf('bots', 'besideNetworks')),
    }),
  render: ({ inside, beside }, identity, target) => {
    const [reader, neighbour, asked] = [person(0, identity), person(1, identity), person(2, identity)];
    const from = (who: typeof reader, slot: number, address: string) =>
      replaced(hitOf(who, target, viewing(page(slot, identity))), 'cip', address);
    const onDemand = from(asked, 2, inside);
    const action = 'log_link_visit_action';
    return {
      requests: [
        get(from(reader, 0, inside)),
        get(from(neighbour, 1, beside)),
        get({ ...onDemand, pairs: [...onDemand.pairs, ['bots', '1']] }),
      ],
      expected: [row(action, 'beside', of(neighbour), requirement), row(action, 'on demand', of(asked), requirement)],
      absent: [noRow(action, of(reader), requirement, 'beside')],
    };
  },
};
