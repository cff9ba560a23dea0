import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuery } from '../../wire/query.ts';
import { lines, missing } from './corpus.ts';
import { type Running, running } from './running.ts';

interface Recorded {
  protocol: string;
  client: string;
  scenario: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  driver?: string;
}

const file = 'clients-2014.ndjson';
const requests = lines<Recorded>(file).filter(({ protocol }) => protocol === 'snowplow');

/** Why a recorded event cannot become a row; undefined when it must. */
function reason({ query, driver }: Recorded): RegExp | undefined {
  const values = new Map(parseQuery(query).map(({ name, value }) => [name, value]));
  const code = values.get('e') ?? '';
  // The document gives no code for clicks, downloads and screens, which these clients send all the same.
  if (['link', 'download', 'lnk', 'dl', 'sv'].includes(code)) return new RegExp(`"${code}" is none of`);
  if (driver?.includes('non-numeric')) return /\[se_va\].*not a decimal/;
  // By ruling snowplow.broken-url; these addresses hold quotation marks and the like as they are.
  if (/["<>]/.test(values.get('url') ?? '')) return /page_url.*is no URI/;
  // This client writes letters beyond ASCII as Latin-1 before it encodes them.
  if (values.get('ue_na') === 'x') return /\[ue_px\].*UTF-8/;
  return undefined;
}

let here: Running;
beforeAll(async () => {
  here = await running();
});
afterAll(() => here.close());

describe.skipIf(missing(file) !== undefined)(`what clients of 2014 sent ${missing(file) ?? ''}`, () => {
  it.each(requests)('$client, $scenario', async (request) => {
    const { connection: _connection, host: _host, ...headers } = request.headers;
    const before = [await here.records('snowplow/events'), await here.records('snowplow/bad')] as const;
    expect((await here.get(`${request.path}?${request.query}`, headers)).status).toBe(200);
    const events = (await here.records('snowplow/events')).slice(before[0].length);
    const bad = (await here.records('snowplow/bad')).slice(before[1].length);
    const why = reason(request);
    if (why === undefined) {
      expect(bad).toEqual([]);
      expect(events).toMatchObject([{ txn_id: parseQuery(request.query).find(({ name }) => name === 'tid')?.value }]);
    } else {
      expect(events).toEqual([]);
      expect(bad).toMatchObject([{ querystring: request.query, errors: [expect.stringMatching(why)] }]);
    }
  });

  it('are both good and bad', () => {
    expect(requests.filter((request) => reason(request) === undefined).length).toBeGreaterThan(40);
    expect(requests.filter((request) => reason(request) !== undefined).length).toBeGreaterThan(4);
  });
});
