import { Tracking } from '../../../../conformance/client/tracking/tracking.ts';
import { get, snowplow } from '../requests.ts';

/** What a client is that sent these queries to a collector of 2014. */
export function tracked(...queries: string[]): Tracking {
  const tracking = new Tracking();
  for (const query of queries) tracking.record(get(snowplow, query));
  return tracking;
}

/** What a failing expectation says. */
export function failure(expectation: () => void): { message: string; actual?: unknown; expected?: unknown } {
  try {
    expectation();
  } catch (error) {
    return error as Error;
  }
  throw new Error('the expectation held');
}
