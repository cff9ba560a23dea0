/** Rule visitor-detection: whether a visitor was here within the window, and in which visit. */
import type { PiwikOptions } from '../settings/settings.ts';
import { fromSqlTime, sqlTime } from './forms/date-time.ts';
import type { Hit, Tracking } from './hit.ts';
import type { NamedVisitor } from './visitor-id.ts';

/** What later hits of a visit need of it. Times are seconds since 1970. */
export interface KnownVisit {
  idvisit: number;
  idvisitor: string;
  firstAction: number;
  lastAction: number;
  totalActions: number;
  totalSearches: number;
  totalEvents: number;
  exitUrl: number | null;
  exitName: number | null;
  buyer: number;
}

/**
 * The visit in whose visitor this hit is recognised: by id, else by configuration, the newest of each. A match by id
 * wins over one by configuration; a forced id is matched by id only (Piwik 2.0.3, section 3.3).
 */
export function recognisedVisit(
  tracking: Tracking,
  hit: Hit,
  visitor: NamedVisitor | undefined,
  configId: string,
): KnownVisit | undefined {
  const { parts, settings } = tracking;
  if (visitor !== undefined) {
    const byId = parts.visitOfVisitor(tracking, hit, visitor.id);
    if (byId !== undefined || visitor.forced || settings.piwik.trust_visitors_cookies) return byId;
  }
  return parts.visitOfConfiguration(tracking, hit, configId);
}

const columns =
  'idvisit, idvisitor, visit_first_action_time, visit_last_action_time, visit_total_actions, ' +
  'visit_total_searches, visit_total_events, visit_exit_idaction_url, visit_exit_idaction_name, visit_goal_buyer';
/** The plus signs keep the database from reading all visits of the window by their time. */
const ofVisitor =
  `SELECT ${columns} FROM log_visit WHERE idsite = ? AND idvisitor = ? ` +
  'AND +visit_last_action_time BETWEEN ? AND ? ORDER BY +visit_last_action_time DESC, idvisit DESC LIMIT 1';
const ofConfiguration =
  `SELECT ${columns} FROM log_visit WHERE idsite = ? AND config_id = ? ` +
  'AND visit_last_action_time BETWEEN ? AND ? ORDER BY visit_last_action_time DESC, idvisit DESC LIMIT 1';

export function visitOfVisitor(tracking: Tracking, hit: Hit, id: string): KnownVisit | undefined {
  return newest(tracking, hit, ofVisitor, id);
}

export function visitOfConfiguration(tracking: Tracking, hit: Hit, configId: string): KnownVisit | undefined {
  return newest(tracking, hit, ofConfiguration, configId);
}

/** Both ends count: from one visit length (or look-back) before the hit to one visit length after it. */
export function detectionWindow(now: number, options: PiwikOptions): { from: number; to: number } {
  const back = Math.max(options.visit_standard_length, options.window_look_back_for_visitor);
  return { from: now - back, to: now + options.visit_standard_length };
}

function newest({ store, parts, settings }: Tracking, hit: Hit, sql: string, key: string): KnownVisit | undefined {
  const { from, to } = parts.detectionWindow(hit.now, settings.piwik);
  const row = store.statement(sql).get(hit.site.id, key, sqlTime(from), sqlTime(to));
  if (row === undefined) return undefined;
  return {
    idvisit: Number(row.idvisit),
    idvisitor: String(row.idvisitor),
    firstAction: fromSqlTime(String(row.visit_first_action_time)),
    lastAction: fromSqlTime(String(row.visit_last_action_time)),
    totalActions: Number(row.visit_total_actions),
    totalSearches: Number(row.visit_total_searches),
    totalEvents: Number(row.visit_total_events),
    exitUrl: row.visit_exit_idaction_url as number | null,
    exitName: row.visit_exit_idaction_name as number | null,
    buyer: Number(row.visit_goal_buyer),
  };
}
