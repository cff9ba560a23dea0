/** The faults of the Snowplow collector. */
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { addressFaults } from './address.ts';
import { choiceFaults } from './choices.ts';
import { collectorFieldFaults } from './collector-fields.ts';
import { dimensionFaults } from './dimensions.ts';
import { duplicateFaults } from './duplicates.ts';
import { ecommerceFaults } from './ecommerce.ts';
import { encodingFaults } from './encoding.ts';
import { eventFaults } from './event.ts';
import { flagFaults } from './flags.ts';
import { kindFaults } from './kinds.ts';
import { lackingFaults } from './lacking.ts';
import { numberFaults } from './numbers.ts';
import { pageUrlFaults } from './page-url.ts';
import { plainFaults } from './plain.ts';
import { presenceFaults } from './presence.ts';
import { responseFaults } from './response.ts';
import { storageFaults } from './storage.ts';
import { storedTextFaults } from './stored-texts.ts';
import { storedValueFaults } from './stored-values.ts';
import { textFaults } from './text.ts';
import { timeFaults } from './time.ts';
import { unstructuredFaults } from './unstructured.ts';
import { userAgentFaults } from './user-agent.ts';
import { wideTextFaults } from './wide-texts.ts';
import { wideValueFaults } from './wide-values.ts';

const special: readonly Fault<SnowplowParts>[] = [
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
  ...lackingFaults,
  ...storedTextFaults,
  ...storedValueFaults,
  ...wideTextFaults,
  ...wideValueFaults,
  ...collectorFieldFaults,
  ...ecommerceFaults,
  ...kindFaults,
  ...userAgentFaults,
];

export const snowplowFaults: readonly Fault<SnowplowParts>[] = [...special, ...plainFaults(special)];
