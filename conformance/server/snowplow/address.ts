/** The address of the user is the one in `ip`, and without it the one the request came from. */
import { isIP } from 'node:net';
import type { StoredValue } from '../model.ts';
import { allOf, type Chosen, columnsOf, pairsOf } from './draw/chosen.ts';
import { parameter, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { fits, shares } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

/** Some collectors show only a part of an address, the rest as `x`. */
function addressFault(value: StoredValue): string | undefined {
  const text = String(value).replaceAll('x', '1');
  if (isIP(text) === 0) return 'is no address';
  return /^[0:.]+$/.test(text) ? 'is the address of nobody' : undefined;
}

/** Both requests without `ip` come from one place, so they have one address. */
export const address = snowplow<readonly Chosen[]>({
  id: 'snowplow.address',
  requirements: ['snowplow.address.of-request', 'snowplow.address.overridden'],
  branches: {},
  plan: () => allOf([parameter('ip')]),
  render: (chosen, identity) => {
    const [bare, again, given] = [identity.text(0), identity.text(1), identity.text(2)];
    const requirement = 'snowplow.address.of-request';
    const anAddress = fits('the address the request came from', requirement, addressFault);
    return {
      requests: [get(event('pv', bare)), get(event('pv', again)), get(event('pv', given, pairsOf(chosen)))],
      expected: [
        eventRow('without ip', of(bare), requirement, { user_ipaddress: anAddress }),
        eventRow('same place', of(bare), requirement, { user_ipaddress: shares('this place', requirement) }),
        eventRow('same place again', of(again), requirement, { user_ipaddress: shares('this place', requirement) }),
        eventRow(
          'with ip',
          of(given),
          'snowplow.address.overridden',
          columnsOf(chosen, () => 'snowplow.address.overridden'),
        ),
      ],
      absent: [],
    };
  },
});
