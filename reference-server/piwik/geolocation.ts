/** Rule geolocation: where a visitor is, by a provider, and by the privileged parameters that override it. */
import type { Settings } from '../settings/settings.ts';
import type { Address } from './address.ts';
import { rounded } from './forms/decimal.ts';
import { cutCharacters } from './forms/text.ts';
import type { Hit, Tracking } from './hit.ts';
import { provider as byLanguage } from './providers/language.ts';

export interface Location {
  location_country: string;
  location_region: string | null;
  location_city: string | null;
  /** Decimal degrees, six places. */
  location_latitude: string | null;
  location_longitude: string | null;
}

/** Finds a location; undefined when it knows none, and the guess by language is then taken. */
export interface LocationProvider {
  /** Value of the option `usercountry.location_provider`. */
  id: string;
  /** Left out: it always is. A text says why it is not. */
  isAvailable?(settings: Settings): true | string;
  locate(tracking: Tracking, hit: Hit, address: Address): Partial<Location> | undefined;
}

const unlocated: Location = {
  location_country: 'xx',
  location_region: null,
  location_city: null,
  location_latitude: null,
  location_longitude: null,
};

/** The provider that the option names; the default one when there is no such provider, or it cannot be used. */
export function chosenProvider({ extension, settings, parts }: Tracking): LocationProvider {
  const id = settings.piwik['usercountry.location_provider'];
  const named = id === parts.locationProvider.id ? undefined : extension.providers.get(id);
  return named !== undefined && (named.isAvailable?.(settings) ?? true) === true ? named : parts.locationProvider;
}

/** What the provider of the installation finds, else the guess by language. */
function located(tracking: Tracking, hit: Hit, address: Address): Location {
  const found = tracking.parts.chosenProvider(tracking).locate(tracking, hit, address);
  return { ...unlocated, ...(found ?? byLanguage.locate(tracking, hit, address)) };
}

/** The location of a new visit. `address` is the one that may be used for it: masked or not, as the options say. */
export function visitLocation(tracking: Tracking, hit: Hit, address: Address): Location {
  const location = located(tracking, hit, address);
  return hit.authenticated ? { ...location, ...tracking.parts.locationOverrides(hit) } : location;
}

/**
 * Each parameter that is given overrides its column on its own. Values are stored as sent and cut to the column;
 * zero degrees count as not given (ledger piwik.zero-coordinates).
 */
export function locationOverrides({ parameters }: Hit): Partial<Location> {
  const overrides: Partial<Location> = {};
  const country = parameters.text('country');
  const region = parameters.text('region');
  const city = parameters.text('city');
  const latitude = given(parameters.decimal('lat'));
  const longitude = given(parameters.decimal('long'));
  if (country !== undefined) overrides.location_country = fixed(country, 3);
  if (region !== undefined) overrides.location_region = fixed(region, 2);
  if (city !== undefined) overrides.location_city = cutCharacters(city, 255);
  if (latitude !== undefined) overrides.location_latitude = degrees(latitude);
  if (longitude !== undefined) overrides.location_longitude = degrees(longitude);
  return overrides;
}

/** Columns of fixed width do not keep blanks at the end. */
function fixed(text: string, width: number): string {
  return cutCharacters(text, width).trimEnd();
}

function given(value: string | undefined): string | undefined {
  return value === '0' ? undefined : value;
}

/** The columns float(10,6) hold four digits before the point and six behind it. */
function degrees(number: string): string {
  const text = rounded(number, 6);
  const [whole] = text.replace('-', '').split('.') as [string];
  return whole.length <= 4 ? text : `${text.startsWith('-') ? '-' : ''}9999.999999`;
}
