/** Rule visitor-counters: what the client knows of earlier visits, and whether the visitor has come back. */
import type { Parameters } from './parameters.ts';

export interface VisitorCounters {
  visitor_returning: number;
  visitor_count_visits: number;
  visitor_days_since_last: number;
  visitor_days_since_order: number;
  visitor_days_since_first: number;
}

const day = 86400;
/** A visit longer ago than this is not believed. */
const tenYears = 10 * 365 * day;
const largestSmallint = 65535;

/** `known` says that a visit of this visitor was found within the window. Piwik 2.0.3, section 1b. */
export function visitorCounters(parameters: Parameters, now: number, known: boolean): VisitorCounters {
  const last = daysSince(parameters.integer('_viewts'), now);
  const order = daysSince(parameters.integer('_ects') ?? 0, now);
  const visits = Math.max(1, parameters.integer('_idvc') ?? 1);
  const back = visits > 1 || known || (last ?? 0) > 0;
  return {
    visitor_returning: order !== undefined ? 2 : Number(back),
    visitor_count_visits: Math.min(visits, largestSmallint),
    visitor_days_since_last: last ?? 0,
    visitor_days_since_order: order ?? 0,
    visitor_days_since_first: daysSince(parameters.integer('_idts'), now) ?? 0,
  };
}

/** Days, half a day counting as one; undefined when the time is missing, in the future or ten years ago. */
function daysSince(time: number | undefined, now: number): number | undefined {
  if (time === undefined || time > now || time <= now - tenYears) return undefined;
  return Math.round((now - time) / day);
}
