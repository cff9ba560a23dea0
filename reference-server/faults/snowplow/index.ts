/** The faults of the Snowplow collector. */
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';

export const snowplowFaults: readonly Fault<SnowplowParts>[] = [];
