/** The day of a case: one of the days the identity's clock offers. */
import fc from 'fast-check';

/** Days back from yesterday; cases shrink to yesterday. */
export const dayOffset = fc.nat(18);
