/** What is kept of a request that cannot become an event. */
import type { Row } from '../storage/store.ts';
import type { Event } from './event.ts';
import { timestamp } from './forms/epoch-millis.ts';

/** The raw request with every fault that was found. Its body stays NULL: only GET and HEAD come here. */
export function badRow({ request, faults }: Event): Row {
  return {
    received_tstamp: timestamp(request.now) ?? null,
    method: request.method,
    path: request.path,
    querystring: request.query,
    errors: JSON.stringify(faults),
  };
}
