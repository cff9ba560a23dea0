import type { ProtocolName } from '../../../generated/model.ts';
import type { Finding } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { eventOfBatch } from './batch.ts';
import { besideOthers } from './beside.ts';
import { entryObjects, withoutMark } from './bulk.ts';
import { networkUserInQuery, redirectTarget } from './collector.ts';
import { oneForm, pagePingOffsets } from './event.ts';
import { parametersOfKind } from './kind.ts';
import { platformFindings } from './platform.ts';
import { selfDescribing } from './self-describing.ts';
import { timeUnits } from './time-unit.ts';
import { together } from './together.ts';
import { oldTime, privilegedFindings, tokenInBrowser } from './token.ts';
import { formType, inQuery, rawText, sentByGet } from './transport.ts';

type HitRule = (hit: ReadHit) => Finding[];

/** What binds one hit beyond the form of each value. */
export const hitRules: Readonly<Record<ProtocolName, readonly HitRule[]>> = {
  piwik: [
    rawText,
    inQuery,
    formType,
    entryObjects,
    withoutMark,
    privilegedFindings,
    oldTime,
    tokenInBrowser,
    besideOthers,
    together,
    timeUnits,
  ],
  snowplow: [
    rawText,
    sentByGet,
    eventOfBatch,
    parametersOfKind,
    platformFindings,
    pagePingOffsets,
    oneForm,
    selfDescribing,
    networkUserInQuery,
    redirectTarget,
    timeUnits,
  ],
};
