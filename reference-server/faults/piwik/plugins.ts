/** Faults of plugins, of location providers, and of debugging. */

import type { Parts } from '../../piwik/parts.ts';
import type { Row } from '../../storage/store.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

/** What plugins add to a new visit, without the columns of these beginnings. */
function withoutAdded(parts: Parts, ...beginnings: string[]): Parts {
  return withPart(parts, 'newVisitorInformation', (sound) => (tracking, hit, row) => {
    const kept = ([name]: [string, unknown]) => !beginnings.some((beginning) => name.startsWith(beginning));
    const added = Object.entries(sound(tracking, hit, row)).filter(kept) as [string, Row[string]][];
    return { ...row, ...Object.fromEntries(added) };
  });
}

export const pluginFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.plugins.not-asked',
    requirement: 'piwik.plugins.new-visitor',
    description: 'Plugins are not asked about new visits.',
    apply: (parts) => withPart(parts, 'newVisitorInformation', () => (_tracking, _hit, row) => row),
  },
  {
    id: 'piwik.plugins.asked-again',
    requirement: 'piwik.plugins.new-visitor',
    description: 'Plugins are asked about each hit of a visit as if it were the first.',
    apply: (parts) =>
      withPart(parts, 'existingVisitInformation', () => (tracking, hit, row) => {
        return parts.newVisitorInformation(tracking, hit, row);
      }),
  },
  {
    id: 'piwik.plugins.place-kept',
    requirement: 'piwik.plugins.location',
    description: 'Plugins cannot change the place of a visit.',
    apply: (parts) => withoutAdded(parts, 'location_'),
  },
  {
    id: 'piwik.plugins.device-kept',
    requirement: 'piwik.plugins.device',
    description: 'Plugins cannot add what they know of the device.',
    apply: (parts) => withoutAdded(parts, 'config_', 'device_'),
  },
  {
    id: 'piwik.plugins.columns-empty',
    requirement: 'piwik.plugins.columns',
    description: 'The columns that plugins add stay empty.',
    apply: (parts) =>
      withPart(parts, 'newVisitorInformation', (sound) => (tracking, hit, row) => {
        const added = tracking.extension.plugins.flatMap(({ columns = [] }) => columns.map(({ column }) => column));
        const filled = Object.entries(sound(tracking, hit, row)).filter(([name]) => !added.includes(name));
        return Object.fromEntries(filled);
      }),
  },
];

export const providerFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.geolocation.option-unread',
    requirement: 'piwik.geolocation.provider-option',
    description: 'The place is always guessed by language, whatever the option says.',
    apply: (parts) =>
      withPart(
        parts,
        'chosenProvider',
        () =>
          ({ parts: { locationProvider } }) =>
            locationProvider,
      ),
  },
  {
    id: 'piwik.geolocation.language-goes-first',
    requirement: 'piwik.geolocation.database',
    description: 'The language tells the country although a database is read.',
    apply: (parts) =>
      withPart(parts, 'visitLocation', (sound) => (tracking, hit, address) => {
        const { location_country } = parts.locationProvider.locate(tracking, hit, address) ?? {};
        return { ...sound(tracking, hit, address), location_country: location_country ?? 'xx' };
      }),
  },
  {
    id: 'piwik.geolocation.known-providers',
    requirement: 'piwik.geolocation.provider-found',
    description: 'Only the providers that the server was written with are found.',
    apply: (parts) =>
      withPart(parts, 'chosenProvider', (sound) => (tracking) => {
        const provider = sound(tracking);
        return ['default', 'maxmind'].includes(provider.id) ? provider : parts.locationProvider;
      }),
  },
  {
    id: 'piwik.geolocation.unavailable-used',
    requirement: 'piwik.geolocation.provider-type',
    description: 'Of what the type of a provider offers only the lookup is used: it is not asked whether it can be.',
    apply: (parts) =>
      withPart(parts, 'chosenProvider', (sound) => (tracking) => {
        const named = tracking.extension.providers.get(tracking.settings.piwik['usercountry.location_provider']);
        return named ?? sound(tracking);
      }),
  },
  {
    id: 'piwik.geolocation.last-file',
    requirement: 'piwik.geolocation.provider-file',
    description: 'The provider of the last file is used in place of any other that is not the default one.',
    apply: (parts) =>
      withPart(parts, 'chosenProvider', (sound) => (tracking) => {
        const provider = sound(tracking);
        if (provider.id === parts.locationProvider.id) return provider;
        return [...tracking.extension.providers.values()].at(-1) ?? provider;
      }),
  },
];

export const debugFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.debug.by-parameter',
    requirement: 'piwik.debug.not-for-strangers',
    description: 'debug=1 in a request switches debugging on, for everybody.',
    apply: (parts) => {
      const open = withPart(parts, 'maySeeLog', () => () => true);
      return withPart(open, 'isDebugging', (sound) => (settings, request) => {
        return /(?:^|&)debug=1(?:&|$)/.test(request.query) || sound(settings, request);
      });
    },
  },
  {
    id: 'piwik.debug.always',
    requirement: 'piwik.debug.switch',
    description: 'A request by GET without a token is answered with the log without debugging being switched on.',
    apply: (parts) =>
      withPart(parts, 'isDebugging', (sound) => (settings, request) => {
        const isStranger = request.method === 'GET' && !request.query.includes('token_auth=');
        return isStranger || sound(settings, request);
      }),
  },
];
