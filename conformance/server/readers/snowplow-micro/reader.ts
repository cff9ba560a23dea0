import { UsageError } from '../../run/errors.ts';
import { HttpJson, probeOf } from '../http-json.ts';
import { matchRows } from '../matching.ts';
import type { Reader, ReaderOptions, Row } from '../reader.ts';
import { type BadEvent, badRow, queryKey } from './bad-row.ts';
import { showsColumn } from './columns.ts';
import { Feed } from './feed.ts';
import { goodRow } from './good-row.ts';
import { Micro } from './micro.ts';

/**
 * Reads over the API of Snowplow Micro: `/micro/all`, `/micro/good` and `/micro/bad`. Micro answers a hit before it
 * validates it, so rows may come late; what it shows is the canonical event of today.
 *
 * @throws UsageError for another protocol than Snowplow
 */
export function snowplowMicroReader({ facts, url, token, kindOf }: ReaderOptions): Reader {
  if (facts.protocol !== 'snowplow')
    throw new UsageError('--reader snowplow-micro shows Snowplow events only: say --protocol snowplow');
  const { origin, pathname } = new URL(url);
  const http = new HttpJson(origin, token);
  const micro = new Micro(http, pathname, token);
  const columns = facts.records.events ?? [];
  const good = new Feed<Row>(
    async () => (await micro.counts()).good,
    (limit) => micro.newest('good', limit),
    (value) => goodRow((value as { event?: Record<string, unknown> }).event ?? {}, columns),
  );
  const bad = new Feed<Row>(
    async () => (await micro.counts()).bad,
    (limit) => micro.newest('bad', limit),
    (value) => badRow(value as BadEvent),
  );
  const rowsOf = (record: string) => (record === 'bad' ? bad.items : good.items);
  return {
    name: 'snowplow-micro',
    probe: () => probeOf(async () => void (await Promise.all([good.skip(), bad.skip()]))),
    close: () => http.close(),
    sees: showsColumn,
    read: async (wanted) => {
      const records = new Set(wanted.map(({ record }) => record));
      await Promise.all([records.has('events') && good.refresh(), records.has('bad') && bad.refresh()]);
      const shown = wanted.map((one) => (one.record === 'bad' ? { ...one, where: shownWhere(one.where) } : one));
      return matchRows(shown, rowsOf, kindOf);
    },
  };
}

/** Micro shows a query decoded, so a query as it was sent is looked for by what it decodes to. */
function shownWhere(where: Row): Row {
  return 'querystring' in where ? { ...where, querystring: queryKey(where.querystring ?? null) } : where;
}
