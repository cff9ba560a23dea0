/** Stores a hit in its visit: a new one, or the one it continues. */

import { insertRow } from '../storage/insert-row.ts';
import type { Row } from '../storage/store.ts';
import type { Action } from './action.ts';
import { addressText } from './address.ts';
import type { Computer } from './computer.ts';
import type { Hit, Tracking } from './hit.ts';
import type { ActionIds, ConversionFlags } from './visit.ts';
import type { KnownVisit } from './visitor-detection.ts';
import { newVisitorId } from './visitor-id.ts';

/** Who sent the hit, as far as it is known. */
export interface Sender {
  computer: Computer;
  /** The id the hit names. */
  visitorId: string | undefined;
  /** An earlier visit of the same visitor, whose id is then kept. */
  recognised: KnownVisit | undefined;
}

/** What the hit did: an action with its action types, or nothing but a conversion. */
export interface Deed {
  action: Action | undefined;
  ids: ActionIds;
  flags: ConversionFlags;
}

export interface StoredVisit {
  idvisit: number;
  idvisitor: string;
}

export function startVisit(tracking: Tracking, hit: Hit, sender: Sender, deed: Deed): StoredVisit {
  const { parts, store, settings } = tracking;
  const { computer, recognised } = sender;
  const idvisitor = recognised?.idvisitor ?? sender.visitorId ?? newVisitorId();
  const enrichment = settings.piwik.use_anonymized_ip_for_visit_enrichment ? computer.address : hit.clientAddress;
  const row: Row = {
    idsite: hit.site.id,
    idvisitor,
    visitor_localtime: parts.localTime(hit.parameters, hit.now),
    ...parts.visitorCounters(hit.parameters, hit.now, recognised !== undefined),
    ...parts.newVisitTotals(hit, deed.action, deed.ids, settings.piwik.default_time_one_page_visit),
    visit_goal_converted: Number(deed.flags.converted),
    visit_goal_buyer: deed.flags.buyer ?? 0,
    ...parts.visitReferrer(tracking, hit),
    config_id: computer.configId,
    ...computer.browser,
    config_resolution: parts.resolution(hit.parameters),
    ...parts.pluginColumns(computer.plugins),
    location_ip: addressText(computer.address),
    location_browser_lang: computer.language,
    ...parts.visitLocation(tracking, hit, enrichment),
    ...parts.customVariables(hit.parameters.json('_cvar')),
  };
  return {
    idvisit: insertRow(store, 'log_visit', parts.visitRow(parts.newVisitorInformation(tracking, hit, row))),
    idvisitor,
  };
}

export function continueVisit(tracking: Tracking, hit: Hit, visit: KnownVisit, deed: Deed): StoredVisit {
  const { parts, store } = tracking;
  const row: Row = {
    ...parts.furtherTotals(hit, visit, deed.action, deed.ids),
    ...(deed.flags.converted ? { visit_goal_converted: 1 } : {}),
    ...(deed.flags.buyer === undefined ? {} : { visit_goal_buyer: deed.flags.buyer }),
    ...parts.customVariables(hit.parameters.json('_cvar')),
  };
  store.update('log_visit', { idvisit: visit.idvisit }, parts.existingVisitInformation(tracking, hit, row));
  return { idvisit: visit.idvisit, idvisitor: visit.idvisitor };
}
