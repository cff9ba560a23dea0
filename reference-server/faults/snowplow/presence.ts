import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { refusing } from './refusing.ts';
import { withParameters } from './replace.ts';

/** Parameters that count only beside certain values of another one. */
function onlyBeside(
  [name, ...wanted]: readonly [name: string, ...wanted: string[]],
  names: readonly string[],
): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withParameters(parts, (values) => {
      if (wanted.includes(values.get(name) ?? '')) return values;
      return new Map([...values].filter(([own]) => !names.includes(own)));
    });
}

const webNames = Object.values(facts.parameters)
  .filter(({ topic }) => topic === 'web')
  .map(({ name }) => name);

export const presenceFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.p.required',
    requirement: 'snowplow.p.optional',
    description: 'An event without p becomes a bad row.',
    apply: refusing(({ values }) => (values.has('p') ? undefined : 'p is missing')),
  },
  {
    id: 'snowplow.uid.required',
    requirement: 'snowplow.uid.optional',
    description: 'An event without uid becomes a bad row.',
    apply: refusing(({ values }) => (values.has('uid') ? undefined : 'uid is missing')),
  },
  {
    id: 'snowplow.unknown-parameters.refused',
    requirement: 'snowplow.unknown-parameters.ignored',
    description: 'A name the protocol does not list makes a bad row.',
    apply: refusing(({ values }) => {
      const strange = [...values.keys()].find((name) => !Object.hasOwn(facts.parameters, name));
      return strange === undefined ? undefined : `${strange} is unknown`;
    }),
  },
  {
    id: 'snowplow.transport.libraries-refused',
    requirement: 'snowplow.transport.any-client',
    description: 'A request whose User-Agent header names a program or a library becomes a bad row.',
    apply: refusing(({ request }) =>
      /^(?:curl|wget|lua|python|java)\b/i.test(request.headers['user-agent'] ?? '') ? 'sent by a program' : undefined,
    ),
  },
  {
    // With p=web only would be an answer of the ledger (web-parameters-elsewhere).
    id: 'snowplow.platform.pages-only',
    requirement: 'snowplow.platform.web-events',
    description: 'Web-specific parameters are read of page views and page pings only.',
    apply: onlyBeside(['e', 'pv', 'pp'], webNames),
  },
  {
    id: 'snowplow.mac.devices-only',
    requirement: 'snowplow.mac.stored',
    description: 'mac is read with p=iot only.',
    apply: onlyBeside(['p', 'iot'], ['mac']),
  },
  {
    id: 'snowplow.transport.typed-gets',
    requirement: 'snowplow.transport.any-client',
    description: 'A GET request with a Content-Type header whose query does not begin with e becomes a bad row.',
    rare: true,
    apply: refusing(({ request }) =>
      request.headers['content-type'] !== undefined && !request.query.startsWith('e=') ? 'no event' : undefined,
    ),
  },
  {
    id: 'snowplow.transport.bare-views',
    requirement: 'snowplow.transport.get',
    description: 'Every 19th page view that carries nothing but its application is lost.',
    rare: true,
    apply: (parts) => {
      let count = 0;
      return refusing(({ values }) => {
        if (values.size !== 2 || values.get('e') !== 'pv') return undefined;
        count += 1;
        return count % 19 === 0 ? 'nothing to store' : undefined;
      })(parts);
    },
  },
  {
    id: 'snowplow.unknown-parameters.coordinate',
    requirement: 'snowplow.unknown-parameters.ignored',
    description: 'An unknown name that ends in x is taken for a coordinate, and makes a bad row.',
    rare: true,
    apply: refusing(({ values }) => {
      const strange = [...values.keys()].find((name) => /x$/.test(name) && !Object.hasOwn(facts.parameters, name));
      return strange === undefined ? undefined : `${strange} is no coordinate`;
    }),
  },
  {
    id: 'snowplow.platform.ads-on-devices',
    requirement: 'snowplow.platform.device-events',
    description: 'mac is not read of an ad impression with p=iot.',
    rare: true,
    apply: (parts) =>
      withParameters(parts, (values) => {
        if (values.get('e') !== 'ad' || values.get('p') !== 'iot') return values;
        return new Map([...values].filter(([name]) => name !== 'mac'));
      }),
  },
];
