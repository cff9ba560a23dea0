/** Rule visit: the row of a visit, made at its first hit and kept up at every later one. */
import type { Row } from '../storage/store.ts';
import type { Action } from './action.ts';
import { sqlTime } from './forms/date-time.ts';
import type { Hit } from './hit.ts';
import type { KnownVisit } from './visitor-detection.ts';

/** Numbers of the action types an action links to; null when it links to none of that kind. */
export interface ActionIds {
  url: number | null;
  name: number | null;
  eventCategory: number | null;
  eventAction: number | null;
}

/** What the hit converts: sets the goal and buyer flags of its visit. */
export interface ConversionFlags {
  converted: boolean;
  /** `visit_goal_buyer` after this hit: 0 none, 1 ordered, 2 open cart, 3 both; undefined leaves it as it is. */
  buyer: number | undefined;
}

const largestTotalTime = 65534;

/** Columns of a new visit that come from its first hit alone. */
export function newVisitTotals(hit: Hit, action: Action | undefined, ids: ActionIds, onePageTime: number): Row {
  const time = sqlTime(hit.now);
  // Events and conversions are no pages.
  const page: Partial<ActionIds> = isPage(action) ? ids : {};
  return {
    visit_first_action_time: time,
    visit_last_action_time: time,
    visit_entry_idaction_url: page.url ?? 0,
    visit_entry_idaction_name: page.name ?? 0,
    visit_exit_idaction_url: page.url ?? 0,
    visit_exit_idaction_name: page.name ?? 0,
    visit_total_actions: action === undefined ? 0 : 1,
    visit_total_searches: Number(action?.kind === 'site-search'),
    visit_total_events: Number(action?.kind === 'event'),
    visit_total_time: onePageTime,
  };
}

/**
 * Columns of a visit that a further hit changes. The last action's time is that of the hit, even when it came late;
 * the total time counts one second for the hit itself, as servers of the time do.
 */
export function furtherTotals(hit: Hit, visit: KnownVisit, action: Action | undefined, ids: ActionIds): Row {
  const seconds = 1 + hit.now - visit.firstAction;
  const totals = {
    visit_last_action_time: sqlTime(hit.now),
    visit_total_time: Math.max(0, Math.min(seconds, largestTotalTime)),
  };
  if (action === undefined) return totals;
  return {
    ...totals,
    visit_total_actions: visit.totalActions + 1,
    visit_total_searches: visit.totalSearches + Number(action.kind === 'site-search'),
    visit_total_events: visit.totalEvents + Number(action.kind === 'event'),
    ...(isPage(action) ? { visit_exit_idaction_url: ids.url, ...exitName(ids) } : {}),
  };
}

/** A visit begins and ends with what is no event and no conversion (Piwik 2.0.3, section 2). */
function isPage(action: Action | undefined): boolean {
  return action !== undefined && action.kind !== 'event';
}

/** A page without a title leaves the title of the page before. */
function exitName({ name }: ActionIds): Row {
  return name ? { visit_exit_idaction_name: name } : {};
}

/** The whole row of a new visit, just before it is stored. */
export function visitRow(row: Row): Row {
  return row;
}
