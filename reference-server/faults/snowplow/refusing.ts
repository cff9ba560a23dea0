/** Ways to make a sound event bad. */
import type { Event } from '../../snowplow/event.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import { withRule } from './replace.ts';

/** A check at the end of an event; what it returns makes the event bad. */
export function refusing(why: (event: Event) => string | undefined): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withRule(parts, 'collector-fields', (sound) => (event) => {
      sound(event);
      const fault = why(event);
      if (fault !== undefined) event.faults.push(fault);
    });
}
