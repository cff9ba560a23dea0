/** The faults of the Piwik tracker. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';

export const piwikFaults: readonly Fault<Parts>[] = [];
