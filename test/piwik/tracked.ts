/** Tracks hand-written hits and gives the rows back: the plain way to state one rule in one test. */

import { parts } from '../../reference-server/piwik/parts.ts';
import { defaultSites } from '../../reference-server/settings/default-sites.ts';
import { settingsOf } from '../../reference-server/settings/read.ts';
import type { PiwikOptions, Settings } from '../../reference-server/settings/settings.ts';
import { type RecordedRequest, type Replayed, replay } from './replay.ts';

export const superUser = 'a'.repeat(32);
export const siteAdmin = 'b'.repeat(32);
export const viewer = 'c'.repeat(32);

/** 2014-01-20 10:00:00 UTC. */
export const noon = 1390212000;

export function settingsWith(piwik: Partial<PiwikOptions> = {}): Settings {
  const settings = plainSettings();
  return { ...settings, piwik: { ...settings.piwik, ...piwik } };
}

function plainSettings(): Settings {
  const tokens = [
    { token: siteAdmin, role: 'admin' as const, sites: [1] },
    { token: viewer, role: 'view' as const, sites: [1] },
  ];
  return settingsOf({ sites: [...defaultSites], tokens }, superUser);
}

export type Parameters = Readonly<Record<string, string | number>>;

/** A page view of site 1 by a visitor with an id, so many seconds after noon. */
export function hit(parameters: Parameters = {}, more: Partial<RecordedRequest> = {}): RecordedRequest {
  const all: Parameters = { idsite: 1, rec: 1, url: 'http://example.org/', _id: '0123456789abcdef', ...parameters };
  return {
    method: 'GET',
    query: new URLSearchParams(
      Object.entries(all).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString(),
    body: '',
    headers: {
      'user-agent': 'Mozilla/5.0 (Windows NT 6.1; rv:26.0) Gecko/20100101 Firefox/26.0',
      'accept-language': 'fr-fr',
    },
    address: '203.0.113.10',
    now: noon,
    ...more,
  };
}

/** The same so many seconds later. */
export function later(
  seconds: number,
  parameters: Parameters = {},
  more: Partial<RecordedRequest> = {},
): RecordedRequest {
  return hit(parameters, { now: noon + seconds, ...more });
}

export interface Tracked extends Replayed {
  visits: Replayed['rows'][string];
  /** Actions with the texts of their action types. */
  actions: Record<string, string | number | null>[];
  conversions: Replayed['rows'][string];
  items: Replayed['rows'][string];
}

export function track(
  requests: readonly RecordedRequest[],
  piwik: Partial<PiwikOptions> = {},
  tracked = parts,
): Tracked {
  const replayed = replay(settingsWith(piwik), requests, tracked);
  const { log_visit = [], log_link_visit_action = [], log_conversion = [], log_conversion_item = [] } = replayed.rows;
  const names = new Map((replayed.rows.log_action ?? []).map((row) => [row.idaction, row.name]));
  const actions = log_link_visit_action.map((row) => {
    const named = Object.entries(row).filter(([column]) => column.startsWith('idaction'));
    const texts = named.map(([column, id]) => [
      column.replace('idaction_', ''),
      id === null ? null : (names.get(id) ?? id),
    ]);
    return { ...row, ...Object.fromEntries(texts) };
  });
  return { ...replayed, visits: log_visit, actions, conversions: log_conversion, items: log_conversion_item };
}
