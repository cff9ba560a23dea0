/** Parameters of a platform are stored with events of every type. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import { allOf, type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { type CoreCode, coreCodes, webSpecific } from './draw/groups.ts';
import { parameter, snowplow } from './protocol.ts';
import { event, get, type Pairs } from './request/hit.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  code: CoreCode;
  web: readonly Chosen[];
  device: readonly Chosen[];
  /** What the device says of itself: nothing asks it to say anything. */
  said: Pairs;
}

/** One event of the web and one of a device, so that neither can hide what is lost of the other. */
export const platform = snowplow<Plan>({
  id: 'snowplow.platform',
  requirements: ['snowplow.platform.web-events', 'snowplow.platform.device-events'],
  branches: {
    ...choicesOf(coreCodes, ({ code }) => code),
    'the device names its platform': ({ said }) => said.length > 0,
    'the device names none': ({ said }) => said.length === 0,
  },
  plan: () =>
    fc.record({
      code: fc.constantFrom(...coreCodes),
      web: someOf(webSpecific),
      device: allOf([parameter('mac')]),
      said: fc.constantFrom<Pairs[]>([], [['p', 'iot']]),
    }),
  render: ({ code, web, device, said }, identity) => {
    const [page, thing] = [identity.text(0), identity.text(1)];
    return {
      requests: [get(event(code, page, pairsOf(web))), get(event(code, thing, [...said, ...pairsOf(device)]))],
      expected: [
        eventRow(
          'of the web',
          of(page),
          'snowplow.platform.web-events',
          columnsOf(web, () => 'snowplow.platform.web-events'),
        ),
        eventRow(
          'of a device',
          of(thing),
          'snowplow.platform.device-events',
          columnsOf(device, () => 'snowplow.platform.device-events'),
        ),
      ],
      absent: [],
    };
  },
});
