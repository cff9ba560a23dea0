import type { ProtocolName } from '../../../generated/model.ts';
import type { Finding } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { besideOthers } from './beside.ts';
import { entryObjects } from './bulk.ts';
import { oneForm, pagePingOffsets } from './event.ts';
import { parametersOfKind } from './kind.ts';
import { platformFindings } from './platform.ts';
import { timeUnits } from './time-unit.ts';
import { privilegedFindings, tokenInBrowser } from './token.ts';
import { inQuery, rawText, sentByGet } from './transport.ts';

type HitRule = (hit: ReadHit) => Finding[];

/** What binds one hit beyond the form of each value. */
export const hitRules: Readonly<Record<ProtocolName, readonly HitRule[]>> = {
  piwik: [rawText, inQuery, entryObjects, privilegedFindings, tokenInBrowser, besideOthers, timeUnits],
  snowplow: [rawText, sentByGet, parametersOfKind, platformFindings, pagePingOffsets, oneForm, timeUnits],
};
