import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Event } from '../../snowplow/event.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withParameters, withRule } from './replace.ts';

/** A check at the end of an event; what it returns makes the event bad. */
function refusing(why: (event: Event) => string | undefined): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withRule(parts, 'collector-fields', (sound) => (event) => {
      sound(event);
      const fault = why(event);
      if (fault !== undefined) event.faults.push(fault);
    });
}

/** Parameters that count only beside a certain value of another one. */
function onlyBeside(
  [name, wanted]: readonly [name: string, wanted: string],
  names: readonly string[],
): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withParameters(parts, (values) => {
      if (values.get(name) === wanted) return values;
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
    id: 'snowplow.transport.agent-needed',
    requirement: 'snowplow.transport.any-client',
    description: 'A request without a User-Agent header becomes a bad row.',
    apply: refusing(({ request }) => (request.headers['user-agent'] === undefined ? 'no user agent' : undefined)),
  },
  {
    // With p=web only would be an answer of the ledger (web-parameters-elsewhere).
    id: 'snowplow.platform.page-views-only',
    requirement: 'snowplow.platform.web-events',
    description: 'Web-specific parameters are read of page views only.',
    apply: onlyBeside(['e', 'pv'], webNames),
  },
  {
    id: 'snowplow.platform.device-only',
    requirement: 'snowplow.platform.device-events',
    description: 'mac is read with p=iot only.',
    apply: onlyBeside(['p', 'iot'], ['mac']),
  },
  {
    id: 'snowplow.user-agent.lost',
    requirement: 'snowplow.user-agent.header',
    description: 'The User-Agent header is not stored.',
    apply: (parts) => withRule(parts, 'user-agent', () => () => {}),
  },
];
