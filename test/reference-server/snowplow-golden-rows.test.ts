import { describe, expect, it } from 'vitest';
import { lines, missing } from './corpus.ts';
import { running } from './running.ts';

interface GoldenRow {
  area: string;
  test: string;
  input: {
    querystring: string;
    userAgent?: string;
    refererUri?: string | null;
    ipAddress?: string;
    anonOctets: number;
  };
  expect: { columns: Record<string, string | null> };
}

const file = 'snowplow-2014-vectors.ndjson';
const rows = lines<GoldenRow>(file).filter(({ area }) => area === 'golden-row');

/** Lines of CDN logs whose values are escaped once more than in any request. */
const onlyInLogs = ({ input }: GoldenRow) => /%25[0-9A-F]{2}/.test(input.querystring);

/** Columns in which our row differs from the pipeline's: what the server says of itself, or cannot know. */
const differing = new Set([
  ...['event_id', 'collector_tstamp', 'v_collector', 'v_etl'],
  // By ruling snowplow.network-user-origin: the cookie fills in.
  'network_userid',
  // There is no database of places.
  ...['geo_country', 'geo_region', 'geo_city', 'geo_zipcode', 'geo_latitude', 'geo_longitude'],
]);

describe.skipIf(missing(file) !== undefined)(`rows of the pipeline of 2014 ${missing(file) ?? ''}`, () => {
  it.each(rows.filter((row) => !onlyInLogs(row)))('$test', async ({ input, expect: expected }) => {
    const here = await running({ config: { snowplow: { anonymize_octets: input.anonOctets } } });
    await here.get(`/i?${input.querystring}`, {
      'User-Agent': input.userAgent ?? expected.columns.useragent ?? '',
      'X-Beaconform-Address': input.ipAddress ?? '255.255.255.255',
      ...(input.refererUri ? { Referer: input.refererUri } : {}),
    });
    const [row] = await here.records('snowplow/events');
    await here.close();
    const wrong = Object.entries(expected.columns)
      .filter(([column, value]) => !differing.has(column) && plain(row?.[column]) !== plain(value))
      .map(([column, value]) => `${column} is ${row?.[column]} instead of ${value}`);
    expect(wrong).toEqual([]);
  });

  it('are reached but for those that only a log can hold', () => {
    expect(rows.filter(onlyInLogs).map(({ test }) => test)).toEqual([
      'LateOct2013CfLineTest.scala',
      'PagePingCfLineTest.scala',
      'Sep2013CfLineTest.scala',
    ]);
  });
});

/** A value as the recorded rows write it: text of digits, and 1 and 0 for booleans. */
function plain(value: string | number | boolean | null | undefined): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value ?? null);
}
