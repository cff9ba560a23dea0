/** Rule generation-time: how long the page took to come, in milliseconds. */
import type { Parameters } from './parameters.ts';

/** One hour: a page that takes longer was measured wrongly. */
const limit = 3600000;

/** Decimal text; null when `gt_ms` is missing or not strictly between 0 and one hour (Piwik 2.0.3, section 1c). */
export function generationTime(parameters: Parameters): string | null {
  const milliseconds = parameters.integer('gt_ms') ?? 0;
  return milliseconds > 0 && milliseconds < limit ? String(milliseconds) : null;
}
