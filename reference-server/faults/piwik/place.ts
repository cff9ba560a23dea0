/** Faults of languages, places and local time. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withFurther, withPart, withValue, withVisit } from './replace.ts';

/** What tells the place of a visit changes with each hit. */
function withLaterPlace(parts: Parts): Parts {
  return withPart(parts, 'continueVisit', (sound) => (tracking, hit, visit, deed) => {
    const { location_country } = tracking.parts.visitLocation(tracking, hit, hit.clientAddress);
    tracking.store.update('log_visit', { idvisit: visit.idvisit }, { location_country });
    return sound(tracking, hit, visit, deed);
  });
}

export const placeFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.language.header-unread',
    requirement: 'piwik.language.header',
    description: 'Without lang a visit has no language.',
    apply: (parts) => withPart(parts, 'browserLanguage', (sound) => (lang) => sound(lang, undefined)),
  },
  {
    id: 'piwik.language.header-first',
    requirement: 'piwik.language.override',
    description: 'The header goes before lang.',
    apply: (parts) =>
      withPart(
        parts,
        'browserLanguage',
        (sound) => (lang, header) => sound(header === undefined ? lang : undefined, header),
      ),
  },
  {
    id: 'piwik.language.no-country',
    requirement: 'piwik.language.country',
    description: 'The country is not guessed by the language.',
    apply: (parts) =>
      withPart(parts, 'locationProvider', (sound) => ({ ...sound, locate: () => ({ location_country: 'xx' }) })),
  },
  {
    id: 'piwik.language.region-needed',
    requirement: 'piwik.language.bare-language',
    description: 'A language without a region gives no country.',
    apply: (parts) =>
      withPart(parts, 'locationProvider', (sound) => ({
        ...sound,
        locate: (tracking, hit, address) => {
          const piwik = { ...tracking.settings.piwik, enable_language_to_country_guess: false };
          return sound.locate({ ...tracking, settings: { ...tracking.settings, piwik } }, hit, address);
        },
      })),
  },
  {
    id: 'piwik.geolocation.overrides-lost',
    requirement: 'piwik.geolocation.override-wins',
    description: 'country, region, city, lat and long count only together.',
    apply: (parts) =>
      withPart(parts, 'locationOverrides', (sound) => (hit) => {
        const overrides = sound(hit);
        return Object.keys(overrides).length === 5 ? overrides : {};
      }),
  },
  {
    id: 'piwik.geolocation.moves',
    requirement: 'piwik.geolocation.first-action',
    description: 'Later hits change the place of a visit.',
    apply: withLaterPlace,
  },
  {
    id: 'piwik.country.upper-case',
    requirement: 'piwik.country.stored',
    description: 'The country is stored in upper case.',
    apply: (parts) => withValue(parts, 'country', (value) => value.toUpperCase()),
  },
  {
    id: 'piwik.local-time.of-server',
    requirement: 'piwik.local-time.assembled',
    description: 'The local time is that of the server.',
    apply: (parts) =>
      withPart(
        parts,
        'localTime',
        (sound) => (parameters, now) => sound(parameters.without(new Set(['h', 'm', 's'])), now),
      ),
  },
  {
    id: 'piwik.local-time.zero-for-missing',
    requirement: 'piwik.local-time.missing-part',
    description: 'A part of the local time that is missing is 0.',
    apply: (parts) =>
      withPart(
        parts,
        'localTime',
        (sound) => (parameters, now) => sound(parameters, Math.floor(now / 86_400) * 86_400),
      ),
  },
  {
    id: 'piwik.local-time.moves',
    requirement: 'piwik.local-time.first-action',
    description: 'Later hits change the local time of a visit.',
    apply: (parts) =>
      withFurther(parts, (row, hit) => ({ ...row, visitor_localtime: parts.localTime(hit.parameters, hit.now) })),
  },
  {
    id: 'piwik.user-agent.header-half-read',
    requirement: 'piwik.user-agent.header',
    description: 'The header User-Agent is read every second time.',
    apply: (parts) => {
      let count = 0;
      return withPart(parts, 'hitOf', (sound) => (tracking, arrival) => {
        count += 1;
        const { 'user-agent': _unread, ...headers } = arrival.headers;
        return sound(tracking, count % 2 === 0 ? arrival : { ...arrival, headers });
      });
    },
  },
  {
    id: 'piwik.user-agent.header-first',
    requirement: 'piwik.user-agent.override',
    description: 'The header goes before ua.',
    apply: (parts) =>
      withPart(parts, 'hitOf', (sound) => (tracking, arrival) => {
        const hit = sound(tracking, arrival);
        return { ...hit, userAgent: arrival.headers['user-agent'] ?? hit.userAgent };
      }),
  },
  {
    id: 'piwik.user-agent.no-system',
    requirement: 'piwik.user-agent.operating-system',
    description: 'The operating system is always unknown.',
    apply: (parts) => withVisit(parts, (row) => ({ ...row, config_os: 'UNK' })),
  },
  {
    id: 'piwik.user-agent.no-browser',
    requirement: 'piwik.user-agent.browser',
    description: 'The browser is always unknown.',
    apply: (parts) => withVisit(parts, (row) => ({ ...row, config_browser_name: 'UNK', config_browser_version: '' })),
  },
];
