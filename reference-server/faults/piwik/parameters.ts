/** Faults of single parameters: lost, demanded, read for some values only, or obeyed without a token. */
import { facts } from '../../../generated/piwik/2.0/facts.ts';
import type { Arrival, Tracking } from '../../piwik/hit.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withExclusion, withPairs, withPart, withValue } from './replace.ts';
import { unread } from './unread.ts';
import { narrowReaders } from './wide-values.ts';

type PiwikFault = Fault<Parts>;

const parameters = Object.values(facts.parameters);
const requirements: Readonly<Record<string, unknown>> = facts.requirements;

function has(requirement: string): boolean {
  return Object.hasOwn(requirements, requirement);
}

/** Without these a hit is not stored at all, or is of another kind, or others mean nothing: other files break them. */
const brokenElsewhere = new Set([
  'idsite',
  'url',
  'idgoal',
  'cdt',
  'search',
  'link',
  'download',
  'e_c',
  'e_a',
  'ec_id',
  'ec_items',
  '_rcn',
  '_ref',
]);

const lost: PiwikFault[] = parameters
  .filter(({ name }) => has(`piwik.${name}.stored`) && !brokenElsewhere.has(name))
  .map(({ name }) => ({
    id: `piwik.${name}.lost`,
    requirement: `piwik.${name}.stored`,
    description: `${name} is not read.`,
    apply: (parts) => withValue(parts, name, () => undefined),
  }));

const demanded: PiwikFault[] = parameters
  .filter(({ name }) => has(`piwik.${name}.optional`) && name !== 'token_auth')
  .map(({ name }) => ({
    id: `piwik.${name}.demanded`,
    requirement: `piwik.${name}.optional`,
    description: `A request without ${name} is not stored.`,
    apply: (parts) => withExclusion(parts, (hit) => !hit.parameters.has(name)),
  }));

/** A request without any token is the business of authentication. */
const tokenDemanded: PiwikFault = {
  id: 'piwik.token_auth.demanded-of-buyers',
  requirement: 'piwik.token_auth.optional',
  description: 'A request that tells of an earlier order (_ects) is not stored without token_auth.',
  apply: (parts) => withExclusion(parts, ({ parameters }) => parameters.has('_ects') && !parameters.has('token_auth')),
};

const narrow: PiwikFault[] = parameters.flatMap(({ name, wireForm }) => {
  const reader = narrowReaders[wireForm];
  if (reader === undefined || !has(`piwik.${name}.wide`)) return [];
  return [
    {
      id: `piwik.${name}.narrow`,
      requirement: `piwik.${name}.wide`,
      description: `${name} is misread when its value is one of the less usual.`,
      apply: (parts: Parts) => withValue(parts, name, reader),
    },
  ];
});

const privileged = ['cip', 'cdt', 'cid', 'new_visit', 'country', 'region', 'city', 'lat', 'long'];

const unguarded: PiwikFault[] = privileged.map((name) => ({
  id: `piwik.${name}.obeyed-without-token`,
  requirement: `piwik.${name}.authentication`,
  description: `${name} takes effect whatever the token.`,
  apply: (parts) =>
    withPart(parts, 'hitOf', (sound) => (tracking, arrival) => {
      const hit = sound(tracking, arrival);
      if (hit.authenticated || !arrival.parameters.has(name)) return hit;
      return sound(withEveryToken(tracking), withoutOthers(arrival, name));
    }),
}));

function withEveryToken(tracking: Tracking): Tracking {
  return { ...tracking, parts: { ...tracking.parts, authenticated: () => true } };
}

/** Reads of the privileged parameters only this one. */
function withoutOthers(arrival: Arrival, name: string): Arrival {
  const others = new Set(privileged.filter((other) => other !== name));
  return { ...arrival, parameters: unread(arrival.parameters, others) };
}

/** What dp keeps from being looked up is the place here: no network provider is looked up by this server. */
const unlooked: PiwikFault = {
  id: 'piwik.dp.obeyed-without-token',
  requirement: 'piwik.dp.authentication',
  description: 'With dp=1 the place of the visitor is not looked up, whatever the token.',
  apply: (parts) =>
    withPart(parts, 'visitLocation', (sound) => (tracking, hit, address) => {
      const found = sound(tracking, hit, address);
      return hit.parameters.has('dp') && !hit.authenticated ? { ...found, location_country: 'xx' } : found;
    }),
};

/** A parameter that nobody reads changes something once a hit with it is left out. */
const read: PiwikFault[] = ['rand', 'apiv'].map((name) => ({
  id: `piwik.${name}.as-second`,
  requirement: `piwik.transport.${name}-changes-nothing`,
  description: `${name} stands for the second of the local time when s is missing.`,
  apply: (parts) =>
    withPairs(parts, (pairs) => {
      const extra = pairs.find((pair) => pair.name === name);
      if (extra === undefined || pairs.some((pair) => pair.name === 's')) return pairs;
      return [...pairs, { ...extra, name: 's', value: String(Number(extra.value) % 60) }];
    }),
}));

export const parameterFaults: readonly PiwikFault[] = [
  ...lost,
  ...demanded,
  tokenDemanded,
  ...narrow,
  ...unguarded,
  unlooked,
  ...read,
];
