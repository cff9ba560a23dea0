import { UsageError } from '../../run/errors.ts';
import { HttpJson, probeOf } from '../http-json.ts';
import { matchRows } from '../matching.ts';
import type { Reader, ReaderOptions, Wanted } from '../reader.ts';
import type { Visit } from './answer.ts';
import { Live } from './live.ts';
import { showsColumn, tablesOf } from './rows.ts';

/**
 * Reads stored visits of a Matomo over `Live.getLastVisitsDetails`. It shows what visits, actions and conversions
 * mean, not their rows: ids of actions, hashes and what refers to the action before are not shown.
 *
 * @throws UsageError for another protocol than Piwik, or without a token
 */
export function matomoReader({ facts, url, token, kindOf }: ReaderOptions): Reader {
  if (facts.protocol !== 'piwik')
    throw new UsageError('--reader matomo shows Piwik and Matomo visits only: say --protocol piwik');
  if (token === undefined)
    throw new UsageError('--reader matomo needs --token or BEACONFORM_TOKEN: Matomo shows visits to known users only');
  const { origin, pathname } = new URL(url);
  const http = new HttpJson(origin, token);
  const live = new Live(http, pathname, token);
  return {
    name: 'matomo',
    probe: () => probeOf(() => live.first()),
    close: () => http.close(),
    sees: showsColumn,
    read: async (wanted) => {
      const tables = tablesOf(await visitsFor(live, wanted.filter(isShown)));
      return matchRows(wanted, (record) => tables[record] ?? [], kindOf);
    },
  };
}

/** Rows that are looked for by what the answer does not show need no question. */
function isShown({ record, where }: Wanted): boolean {
  return Object.keys(where).every((column) => showsColumn(record, column));
}

async function visitsFor(live: Live, wanted: readonly Wanted[]): Promise<Visit[]> {
  const visitors = new Set<string>();
  let others = false;
  for (const { where } of wanted) {
    const visitor = where.idvisitor ?? where['idvisit.idvisitor'];
    if (typeof visitor === 'string') visitors.add(visitor);
    else others = true;
  }
  // No segment finds a row by any column of ours, so the others are looked for among the newest.
  const pages = await Promise.all([live.visitsOf([...visitors]), others ? live.newest() : []]);
  return [...new Map(pages.flat().map((visit) => [visit.idVisit, visit])).values()];
}
