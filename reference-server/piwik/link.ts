/** Rows of log_link_visit_action: one for each action, linked to its visit and to its action types. */
import type { Row } from '../storage/store.ts';
import type { Action } from './action.ts';
import { sqlTime } from './forms/date-time.ts';
import type { Hit, Tracking } from './hit.ts';
import type { ActionIds } from './visit.ts';
import type { KnownVisit } from './visitor-detection.ts';

/** `before` is the visit as it was before this action; undefined for the first one. */
export function linkRow(
  tracking: Tracking,
  hit: Hit,
  visit: { idvisit: number; idvisitor: string },
  action: Action,
  ids: ActionIds,
  before: KnownVisit | undefined,
): Row {
  const { parts } = tracking;
  return {
    idsite: hit.site.id,
    idvisitor: visit.idvisitor,
    server_time: sqlTime(hit.now),
    idvisit: visit.idvisit,
    idaction_url: ids.url,
    idaction_url_ref: before === undefined ? 0 : before.exitUrl,
    idaction_name: ids.name,
    idaction_name_ref: before?.exitName ?? 0,
    idaction_event_category: ids.eventCategory,
    idaction_event_action: ids.eventAction,
    time_spent_ref_action: before === undefined ? 0 : parts.timeSpent(hit.now, before),
    ...parts.customVariables(hit.parameters.json('cvar')),
    ...action.customVariables,
    custom_float: action.value,
  };
}

/** Seconds since the last sign of the visitor; none when the hit came late. */
export function timeSpent(now: number, before: KnownVisit): number {
  return Math.max(0, now - before.lastAction);
}

/** Finds or makes the action types. Pages and files without a usable address or title link to 0, not to nothing. */
export function actionIds(tracking: Tracking, action: Action | undefined): ActionIds {
  if (action === undefined) return { url: null, name: null, eventCategory: null, eventAction: null };
  // An empty text has no row.
  const id = (type: Action['url']) => (type?.name ? tracking.parts.actionTypeId(tracking, type) : undefined);
  // A title is made before the address of its page, the name of an event after it, as in recordings of Piwik.
  const early = action.kind === 'event' ? undefined : id(action.name);
  const url = id(action.url) ?? (action.kind === 'site-search' ? null : 0);
  const name = early ?? id(action.name) ?? (action.kind === 'page-view' ? 0 : null);
  return { url, name, eventCategory: id(action.eventCategory) ?? null, eventAction: id(action.eventAction) ?? null };
}
