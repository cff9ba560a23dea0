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

const clock = ['h', 'm', 's'];

export const placeFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.language.header-reversed',
    requirement: 'piwik.language.header',
    description: 'Without lang the languages of the header are stored in reverse order.',
    apply: (parts) =>
      withPart(parts, 'browserLanguage', (sound) => (lang, header) => {
        const languages = sound(lang, header);
        return lang === undefined ? languages.split(',').reverse().join(',') : languages;
      }),
  },
  {
    id: 'piwik.language.header-first',
    requirement: 'piwik.language.override',
    description: 'The header goes before a lang in small letters that names a further language of the header.',
    apply: (parts) =>
      withPart(parts, 'browserLanguage', (sound) => (lang, header) => {
        const [, ...further] = header?.split(',') ?? [];
        const isShared = lang?.split(',').some((language) => further.includes(language));
        return sound(isShared && lang === lang?.toLowerCase() ? undefined : lang, header);
      }),
  },
  {
    id: 'piwik.language.no-country',
    requirement: 'piwik.language.country',
    description: 'A region of the header that is not named like its language gives no country.',
    apply: (parts) =>
      withPart(parts, 'locationProvider', (sound) => ({
        ...sound,
        locate: (tracking, hit, address) => {
          const [, tag, region] = /^([a-z]+)-([a-z]+)/.exec(hit.headers['accept-language'] ?? '') ?? [];
          if (tag === region || hit.parameters.has('lang')) return sound.locate(tracking, hit, address);
          return { location_country: 'xx' };
        },
      })),
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
    id: 'piwik.geolocation.country-lost',
    requirement: 'piwik.geolocation.override-wins',
    description: 'A place that is told without its country has none.',
    apply: (parts) =>
      withPart(parts, 'locationOverrides', (sound) => (hit) => {
        const overrides = sound(hit);
        return Object.keys(overrides).length === 0 ? overrides : { location_country: 'xx', ...overrides };
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
    id: 'piwik.local-time.seconds-first',
    requirement: 'piwik.local-time.assembled',
    description: 'Minute and second of a local time that is told whole change places.',
    apply: (parts) =>
      withPart(parts, 'localTime', (sound) => (parameters, now) => {
        const [hour, minute, second] = sound(parameters, now).split(':');
        const isWhole = clock.every((part) => parameters.has(part)) && Number(hour) < 24;
        return (isWhole ? [hour, second, minute] : [hour, minute, second]).join(':');
      }),
  },
  {
    id: 'piwik.local-time.midnight',
    requirement: 'piwik.local-time.missing-part',
    description: 'A local time of which no part is told is midnight.',
    apply: (parts) =>
      withPart(parts, 'localTime', (sound) => (parameters, now) => {
        const isTold = clock.some((part) => parameters.has(part));
        return sound(parameters, isTold ? now : Math.floor(now / 86_400) * 86_400);
      }),
  },
  {
    id: 'piwik.local-time.moves-late',
    requirement: 'piwik.local-time.first-action',
    description: 'Later hits change the local time of a visit that began in the last hour of the day.',
    rare: true,
    apply: (parts) =>
      withPart(parts, 'continueVisit', (sound) => (tracking, hit, visit, deed) => {
        const { store } = tracking;
        const begun = store.find('log_visit', { idvisit: visit.idvisit });
        const visitor_localtime = parts.localTime(hit.parameters, hit.now);
        if (String(begun?.visitor_localtime).startsWith('23:')) {
          store.update('log_visit', { idvisit: visit.idvisit }, { visitor_localtime });
        }
        return sound(tracking, hit, visit, deed);
      }),
  },
  {
    id: 'piwik.local-time.moves',
    requirement: 'piwik.local-time.first-action',
    description: 'Later hits change the local time of a visit.',
    apply: (parts) =>
      withFurther(parts, (row, hit) => ({ ...row, visitor_localtime: parts.localTime(hit.parameters, hit.now) })),
  },
  {
    id: 'piwik.user-agent.header-not-stored',
    requirement: 'piwik.user-agent.header',
    description: 'Every second visit stores no program when only the header User-Agent tells it.',
    apply: (parts) => {
      let count = 0;
      return withPart(parts, 'newVisitorInformation', (sound) => (tracking, hit, row) => {
        count += 1;
        const isStored = count % 2 === 0 || hit.parameters.has('ua');
        return sound(tracking, hit, isStored ? row : { ...row, ...parts.userAgent('') });
      });
    },
  },
  {
    id: 'piwik.user-agent.header-first',
    requirement: 'piwik.user-agent.override',
    description: 'A visit stores the program that the header tells, and not that of ua.',
    apply: (parts) =>
      withPart(parts, 'newVisitorInformation', (sound) => (tracking, hit, row) => {
        return sound(tracking, hit, { ...row, ...parts.userAgent(hit.headers['user-agent'] ?? hit.userAgent) });
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
