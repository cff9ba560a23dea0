/** Where addresses are masked, the last parts of each are 0. */
import fc from 'fast-check';
import type { Experiment, TargetFacts } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const requirement = 'piwik.client-address.masked';
/** Piwik masks the last of the four numbers unless it is told otherwise. */
const usualLength = 1;

function masked(address: string, { options }: TargetFacts): string {
  const length = Number(options?.ip_address_mask_length ?? usualLength);
  return address
    .split('.')
    .map((number, index) => (index < 4 - length ? number : '0'))
    .join('.');
}

export const maskedAddress: Experiment<{ slot: number }> = {
  id: 'piwik.client-address-masked',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  option: 'anonymize_ip',
  obstacle: needsToken,
  branches: {},
  plan: () => fc.record({ slot: fc.nat(15) }),
  render: ({ slot }, identity, target) => {
    const who = person(slot, identity);
    return {
      requests: [get(hitOf(who, target, viewing(page(0, identity))))],
      expected: [
        row('log_visit', 'visit', of(who), requirement, {
          location_ip: holds(masked(who.address, target), requirement),
        }),
      ],
      absent: [],
    };
  },
};
