import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';

/**
 * As milliseconds, eleven digits reach March 1973 and as seconds the year 5138: no client means either, so the unit
 * shows from the size.
 */
const between = 100_000_000_000;
/** As seconds, this is 1973: smaller numbers are counts or test data of someone and no time of today in any unit. */
const leastSeconds = 100_000_000;

const seconds = 'piwik.visitor-counters.seconds';

/** Seconds where milliseconds belong, and the other way round. */
export function timeUnits({ facts, sent }: ReadHit): Finding[] {
  const findings: Finding[] = [];
  for (const { name, text, parameter } of sent) {
    const form = parameter?.wireForm;
    if (form !== 'epoch-millis' && form !== 'epoch-seconds') continue;
    const time = Number(text);
    if (form === 'epoch-millis' && time >= leastSeconds && time < between) {
      findings.push(required(facts, 'snowplow.time.milliseconds', name, remark(name, text, 'seconds', 'milliseconds')));
    } else if (form === 'epoch-seconds' && time >= between && seconds in facts.requirements) {
      findings.push(required(facts, seconds, name, remark(name, text, 'milliseconds', 'seconds')));
    }
  }
  return findings;
}

function remark(name: string, text: string, sent: string, expected: string) {
  return {
    sent: `${name}=${excerpt(text)} is a time in ${sent}.`,
    expected: `Expected: ${expected} since 1970-01-01 00:00:00 UTC.`,
    effect:
      expected === 'seconds'
        ? 'A server takes it for a time in the future and puts the time of the request in its place.'
        : 'A server stores a moment in January 1970.',
    remedy: expected === 'seconds' ? 'Divide it by 1000 and drop the fraction.' : 'Multiply it by 1000.',
  };
}
