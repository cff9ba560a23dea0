/** Samples of the wire form `date-time`: `YYYY-MM-DD HH:MM:SS`. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { momentIn } from './time-text.ts';

const FIRST_USUAL = Date.UTC(2010, 0, 1) / 1000;
const LAST_USUAL = Date.UTC(2013, 11, 31) / 1000;
/** Leap day, midnight and the last second of a year. */
const EDGES = [
  Date.UTC(2012, 1, 29, 12) / 1000,
  Date.UTC(2013, 0, 1) / 1000,
  Date.UTC(2012, 11, 31, 23, 59, 59) / 1000,
];

const TIMESTAMP = { record: '', column: '', type: 'timestamp', kind: 'timestamp' } as const;

function moments(parameter: Parameter, times: Arbitrary<number>): Arbitrary<Meaning> {
  return times.map((at) => {
    const text = String(momentIn(TIMESTAMP, at * 1000)).slice(0, 19);
    return { text, stored: parameter.columns.map(() => is(text)) };
  });
}

export function dateTimeSamples(parameter: Parameter): SampleClasses {
  return {
    ordinary: drawn('ordinary', moments(parameter, fc.integer({ min: FIRST_USUAL, max: LAST_USUAL }))),
    boundary: drawn('boundary', moments(parameter, fc.constantFrom(...EDGES))),
  };
}
