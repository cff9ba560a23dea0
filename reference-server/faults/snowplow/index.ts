/** The faults of the Snowplow collector. */
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { addressFaults } from './address.ts';
import { choiceFaults } from './choices.ts';
import { dimensionFaults } from './dimensions.ts';
import { duplicateFaults } from './duplicates.ts';
import { encodingFaults } from './encoding.ts';
import { eventFaults } from './event.ts';
import { flagFaults } from './flags.ts';
import { numberFaults } from './numbers.ts';
import { pageUrlFaults } from './page-url.ts';
import { presenceFaults } from './presence.ts';
import { responseFaults } from './response.ts';
import { storageFaults } from './storage.ts';
import { textFaults } from './text.ts';
import { timeFaults } from './time.ts';
import { unstructuredFaults } from './unstructured.ts';

export const snowplowFaults: readonly Fault<SnowplowParts>[] = [
  ...eventFaults,
  ...encodingFaults,
  ...textFaults,
  ...numberFaults,
  ...flagFaults,
  ...dimensionFaults,
  ...timeFaults,
  ...unstructuredFaults,
  ...addressFaults,
  ...pageUrlFaults,
  ...presenceFaults,
  ...storageFaults,
  ...duplicateFaults,
  ...responseFaults,
  ...choiceFaults,
];
