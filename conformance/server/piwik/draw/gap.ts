/** Seconds between two actions, on a chosen side of the 30 minutes. */
import fc, { type Arbitrary } from 'fast-check';
import { numberOf } from './constants.ts';

/** Seconds after which a visit is over. */
export const visitLength = numberOf('visit', 'visitLengthSeconds');

/** So that a case that begins before 04:00 ends before 20:00. */
const LONGEST = 57_600;

/** Inside the visit, often only just. */
export const gapWithin: Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.nat(visitLength - 1) },
  { weight: 1, arbitrary: fc.constantFrom(visitLength - 1, visitLength - 2) },
);

/** Inside the visit and clear of its end, for cases in which a visit that ends too early is not the point. */
export const gapInside: Arbitrary<number> = fc.nat(visitLength - 120);

/** Beyond it, often only just. */
export const gapOver: Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.integer({ min: visitLength + 1, max: LONGEST }) },
  { weight: 1, arbitrary: fc.constantFrom(visitLength + 1, visitLength + 2) },
);

/** Far from the boundary, for cases about something else. */
export const shortGap: Arbitrary<number> = fc.nat(300);
