/** All faults, and the parts of each tracker with the chosen ones applied. */
import { type Parts as PiwikParts, parts as soundPiwik } from '../piwik/parts.ts';
import { type SnowplowParts, soundParts as soundSnowplow } from '../snowplow/parts.ts';
import type { Fault } from './fault.ts';
import { piwikFaults } from './piwik/index.ts';
import { snowplowFaults } from './snowplow/index.ts';

/** What is known of a fault without applying it. */
export type FaultFacts = Pick<Fault<never>, 'id' | 'requirement' | 'description' | 'rare'>;

export const faults: readonly FaultFacts[] = [...piwikFaults, ...snowplowFaults];

export interface AllParts {
  piwik: PiwikParts;
  snowplow: SnowplowParts;
}

/** Throws an error that names the nearest ids when one is unknown. */
export function brokenParts(ids: readonly string[]): AllParts {
  for (const id of ids) {
    if (!faults.some((fault) => fault.id === id)) throw new Error(unknown(id));
  }
  return { piwik: applied(piwikFaults, ids, soundPiwik), snowplow: applied(snowplowFaults, ids, soundSnowplow) };
}

function applied<Parts>(all: readonly Fault<Parts>[], ids: readonly string[], sound: Parts): Parts {
  return all.filter(({ id }) => ids.includes(id)).reduce((parts, fault) => fault.apply(parts), sound);
}

function unknown(id: string): string {
  const beginning = id.split('.').slice(0, 2).join('.');
  const near = faults.filter((fault) => fault.id.startsWith(beginning));
  const listed = (near.length > 0 ? near : faults).map((fault) => fault.id).join(', ');
  return `there is no fault ${JSON.stringify(id)}; there are ${listed}`;
}
