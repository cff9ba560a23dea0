import type { EventRule } from '../event.ts';
import { timestamp } from '../forms/epoch-millis.ts';

/** The collector's own clock. */
export const time: EventRule = ({ request, row }) => {
  row.collector_tstamp = timestamp(request.now) ?? null;
};
