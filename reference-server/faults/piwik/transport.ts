/** Faults of how requests come, and of how their parameters are read. */
import type { Hit } from '../../piwik/hit.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPairs, withPart } from './replace.ts';

/** Requests within so many milliseconds of each other count as one crowd. */
const crowdMs = 5;

/** Tells whether a hit comes right behind another request that told the same time. */
function crowd(): (hit: Hit) => boolean {
  let last = { arrived: Number.NEGATIVE_INFINITY, time: '', headers: {} };
  return ({ parameters, headers }) => {
    const before = last;
    last = { arrived: performance.now(), time: parameters.text('cdt') ?? '', headers };
    // Entries of one bulk request share its headers.
    const isAnother = before.headers !== headers;
    return isAnother && last.time !== '' && last.time === before.time && last.arrived - before.arrived < crowdMs;
  };
}

export const transportFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.transport.long-gets',
    requirement: 'piwik.transport.endpoint',
    description:
      'A GET request with title, resolution, custom variables and generation time is taken for an empty one.',
    apply: (parts) =>
      withPart(parts, 'piwikHits', (sound) => (request) => {
        const names = ['action_name', 'res', '_cvar', 'gt_ms'];
        const isLong = request.method === 'GET' && names.every((name) => request.query.includes(`&${name}=`));
        return isLong ? { ...sound(request), hits: [{ kind: 'pairs', pairs: [] }] } : sound(request);
      }),
  },
  {
    id: 'piwik.transport.bodies-unread',
    requirement: 'piwik.transport.form-body',
    description: 'Parameters in a form body are not read when custom variables are among them.',
    apply: (parts) =>
      withPairs(parts, (pairs) => {
        const hasVariables = pairs.some(({ name, place }) => name === '_cvar' && place === 'form');
        return hasVariables ? pairs.filter(({ place }) => place !== 'form') : pairs;
      }),
  },
  {
    id: 'piwik.transport.body-over-query',
    requirement: 'piwik.transport.query-over-body',
    description: 'A parameter of the form body wins over the query.',
    apply: (parts) =>
      withPairs(parts, (pairs) => {
        const inBody = new Set(pairs.filter(({ place }) => place === 'form').map(({ name }) => name));
        return pairs.filter(({ name, place }) => place !== 'query' || !inBody.has(name));
      }),
  },
  {
    id: 'piwik.transport.strict',
    requirement: 'piwik.transport.unknown-parameter',
    description: 'A request with a parameter that is not known is stored without a title.',
    apply: (parts) =>
      withPairs(parts, (pairs) => {
        const strange = pairs.some(({ name }) => /^x|unknown|foo|beaconform/i.test(name));
        return strange ? pairs.filter(({ name }) => name !== 'action_name') : pairs;
      }),
  },
  {
    id: 'piwik.transport.names-any-case',
    requirement: 'piwik.transport.exact-names',
    description: 'Names of parameters are read in any case.',
    apply: (parts) => withPairs(parts, (pairs) => pairs.map((pair) => ({ ...pair, name: pair.name.toLowerCase() }))),
  },
  {
    id: 'piwik.transport.crowd-one-visitor',
    requirement: 'piwik.transport.at-once',
    description: 'Of requests that arrive right behind each other and tell the same time all are of the first visitor.',
    apply: (parts) =>
      withPart(parts, 'recognisedVisit', (sound) => {
        const isBehind = crowd();
        let first: Parameters<typeof sound>[2];
        return (tracking, hit, named, configId) => {
          if (!isBehind(hit)) first = named;
          return sound(tracking, hit, first, configId);
        };
      }),
  },
  {
    id: 'piwik.transport.crowd-lost',
    requirement: 'piwik.transport.at-once',
    description: 'A request that arrives right behind another of the same time is answered and not stored.',
    apply: (parts) =>
      withPart(parts, 'exclusionReason', (sound) => {
        const isBehind = crowd();
        return (tracking, hit) => (isBehind(hit) ? 'crowd' : sound(tracking, hit));
      }),
  },
  {
    id: 'piwik.transport.closing-lost',
    requirement: 'piwik.transport.connections',
    description: 'A request whose client closes the connection behind it is answered and not stored.',
    apply: (parts) =>
      withPart(parts, 'exclusionReason', (sound) => (tracking, hit) => {
        return hit.headers.connection === 'close' ? 'closing' : sound(tracking, hit);
      }),
  },
];
