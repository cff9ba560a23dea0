/** Tells the place by the address, from a file in the MaxMind DB format (GeoLite2 City, DB-IP, one's own). */
import { readFileSync } from 'node:fs';
import { type CityResponse, Reader } from 'mmdb-lib';
import type { Settings } from '../../settings/settings.ts';
import { addressText } from '../address.ts';
import { decimal, rounded } from '../forms/decimal.ts';
import { cutCharacters } from '../forms/text.ts';
import type { Location, LocationProvider } from '../geolocation.ts';

type Database = { reader: Reader<CityResponse> } | { fault: string };

/** A file is read once, at its first use. */
const databases = new Map<string, Database>();

export const provider: LocationProvider = {
  id: 'maxmind',
  isAvailable(settings) {
    const database = databaseOf(settings);
    return 'reader' in database ? true : database.fault;
  },
  locate({ settings }, _hit, address) {
    const database = databaseOf(settings);
    const place = 'reader' in database ? database.reader.get(addressText(address)) : null;
    return place?.country === undefined ? undefined : locationOf(place);
  },
};

function databaseOf({ piwikFiles }: Settings): Database {
  const file = piwikFiles.maxmind_database;
  if (file === undefined) return { fault: 'the configuration names no maxmind_database' };
  let database = databases.get(file);
  if (database === undefined) {
    database = read(file);
    databases.set(file, database);
  }
  return database;
}

function read(file: string): Database {
  try {
    return { reader: new Reader<CityResponse>(readFileSync(file)) };
  } catch (error) {
    return { fault: `cannot read the MaxMind database ${file}: ${(error as Error).message}` };
  }
}

function locationOf({ country, subdivisions, city, location }: CityResponse): Partial<Location> {
  return {
    location_country: country?.iso_code.toLowerCase() ?? 'xx',
    location_region: text(subdivisions?.[0]?.iso_code, 2),
    location_city: text(city?.names.en, 255),
    location_latitude: degrees(location?.latitude),
    location_longitude: degrees(location?.longitude),
  };
}

function text(value: string | undefined, width: number): string | null {
  return value === undefined ? null : cutCharacters(value, width);
}

/** Six places, as the columns keep them. */
function degrees(value: number | undefined): string | null {
  const plain = value === undefined ? undefined : decimal(String(value));
  return plain === undefined ? null : rounded(plain, 6);
}
