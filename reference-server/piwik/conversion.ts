/** Rule conversion: a goal reached by an action or named by the client. */
import type { Goal } from '../settings/settings.ts';
import { insertRow } from '../storage/insert-row.ts';
import type { Row, StoredRow } from '../storage/store.ts';
import { addressText } from './action-address.ts';
import { attribution } from './attribution.ts';
import { storedSlots } from './custom-variables.ts';
import { sqlTime } from './forms/date-time.ts';
import { rounded } from './forms/decimal.ts';
import type { Hit, Tracking } from './hit.ts';

/** The action that reached a goal; undefined for a conversion named by the client. */
export interface ReachedBy {
  idaction_url: number | null;
  idlink_va: number;
  address: string | undefined;
}

/** Digits behind the point of every amount of money. */
const moneyPlaces = 2;

/** An amount of money as its column holds it; undefined when the parameter is missing or no number. */
export function money(hit: Hit, name: string): string | undefined {
  const amount = hit.parameters.decimal(name);
  return amount === undefined ? undefined : rounded(amount, moneyPlaces);
}

/** Stores the conversion of a goal, unless the goal counts once a visit and was converted in it. */
export function convertGoal(
  tracking: Tracking,
  hit: Hit,
  visit: StoredRow,
  goal: Goal,
  by: ReachedBy | undefined,
): void {
  const { parts, store, settings } = tracking;
  const buster = parts.goalBuster(tracking, hit, Number(visit.idvisit), goal);
  if (buster === undefined) return;
  const url = by === undefined ? parts.pageUrl(addressText(hit), hit.site, settings.piwik) : by.address;
  const row: Row = {
    ...parts.conversionColumns(tracking, hit, visit),
    idgoal: goal.id,
    buster,
    idaction_url: by?.idaction_url ?? null,
    idlink_va: by?.idlink_va ?? null,
    url: url ?? '',
    revenue: parts.goalRevenue(hit, goal, by !== undefined),
  };
  insertRow(store, 'log_conversion', parts.conversionRow(parts.newConversionInformation(tracking, hit, row)));
}

/** `revenue` counts only for a goal named by the client; else the goal earns what the site says. */
export function goalRevenue(hit: Hit, goal: Goal, reached: boolean): string {
  return (reached ? undefined : money(hit, 'revenue')) ?? goal.revenue;
}

/**
 * What keeps conversions of a goal in a visit apart: 0 when it counts once, the time when it counts every time.
 * Undefined when the goal must not be converted again.
 */
export function goalBuster({ store }: Tracking, hit: Hit, idvisit: number, goal: Goal): number | undefined {
  const taken = store.statement('SELECT 1 FROM log_conversion WHERE idvisit = ? AND idgoal = ? AND buster = ?');
  let buster = goal.allowMultiple ? hit.now : 0;
  while (taken.get(idvisit, goal.id, buster) !== undefined) {
    if (!goal.allowMultiple) return undefined;
    // Several conversions of one second must not lose one another.
    buster += 1;
  }
  return buster;
}

/** The whole row of a conversion, just before it is stored. */
export function conversionRow(row: Row): Row {
  return row;
}

/** What every conversion copies of its visit, and the referrer it is credited to. */
export function conversionColumns(tracking: Tracking, hit: Hit, visit: StoredRow): Row {
  const own = tracking.parts.customVariables(hit.parameters.json('_cvar'));
  return {
    idvisit: visit.idvisit as number,
    idsite: hit.site.id,
    idvisitor: visit.idvisitor as string,
    server_time: sqlTime(hit.now),
    ...attribution(tracking, hit, visit),
    ...copied(visit),
    ...(Object.keys(own).length > 0 ? own : storedSlots(visit)),
  };
}

const copiedColumns = [
  'visitor_returning',
  'visitor_count_visits',
  'visitor_days_since_first',
  'visitor_days_since_order',
  'location_country',
  'location_region',
  'location_city',
  'location_latitude',
  'location_longitude',
] as const;

function copied(visit: StoredRow): Row {
  return Object.fromEntries(copiedColumns.map((column) => [column, visit[column] ?? null]));
}
