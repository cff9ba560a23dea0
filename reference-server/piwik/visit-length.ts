/** Rule visit: when a visit ends. */
import type { PiwikOptions } from '../settings/settings.ts';
import type { Hit } from './hit.ts';
import type { KnownVisit } from './visitor-detection.ts';

/**
 * True when the hit belongs to the visit found. The seed begins a new visit when more than 30 minutes have passed, so
 * a gap of exactly 30 minutes is the same visit; Piwik 2.0.3 begins a new one there (ledger piwik.exactly-30-minutes).
 * A hit that came late, before the last action of the visit, belongs to it.
 */
export function sameVisit(visit: KnownVisit, now: number, options: PiwikOptions): boolean {
  return now - visit.lastAction <= options.visit_standard_length;
}

/**
 * True when the visitor is to count as unknown: `new_visit` of an authenticated request, or the option that makes
 * every hit a new visitor's.
 */
export function forcesNewVisit(hit: Hit, options: PiwikOptions): boolean {
  if (options.tracker_always_new_visitor) return true;
  const asked = (hit.parameters.integer('new_visit') ?? 0) !== 0;
  return asked && (hit.authenticated || !options.new_visit_api_requires_admin);
}
