import type { RuleName } from '../../../generated/snowplow/2014-01/facts.ts';
import type { Experiment } from '../model.ts';
import { adImpression } from './ad-impression.ts';
import { address } from './address.ts';
import { application } from './application.ts';
import { badRows } from './bad-row.ts';
import { browserFeatures } from './browser-features.ts';
import { campaign } from './campaign.ts';
import { choices } from './choices.ts';
import { collectorFields } from './collector-fields.ts';
import { dimensions } from './dimensions.ts';
import { duplicates } from './duplicates.ts';
import { ecommerce } from './ecommerce.ts';
import { encoding } from './encoding.ts';
import { event } from './event.ts';
import { lessKnownParameters } from './less-known.ts';
import { networkUser } from './network-user.ts';
import { optional } from './optional.ts';
import { pagePing } from './page-ping.ts';
import { pageUrl } from './page-url.ts';
import { pageView } from './page-view.ts';
import { platform } from './platform.ts';
import { referrer } from './referrer.ts';
import { response } from './response.ts';
import { social } from './social.ts';
import { storage } from './storage.ts';
import { structured } from './structured.ts';
import { time } from './time.ts';
import { atOnce } from './transport/at-once.ts';
import { transport } from './transport.ts';
import { unknownParameters } from './unknown-parameters.ts';
import { unstructured } from './unstructured.ts';
import { userAgent } from './user-agent.ts';
import { wide } from './wide.ts';

/** Rules that bind clients only. */
type ClientRule = 'ecommerce-clients' | 'repeated-names';

const ofRules = {
  'ad-impression': adImpression,
  address,
  'bad-row': badRows,
  'browser-features': browserFeatures,
  campaign,
  choices,
  'collector-fields': collectorFields,
  dimensions,
  duplicates,
  ecommerce,
  encoding,
  event,
  'network-user': networkUser,
  'page-ping': pagePing,
  'page-url': pageUrl,
  'page-view': pageView,
  platform,
  referrer,
  response,
  social,
  storage,
  structured,
  time,
  transport,
  'unknown-parameters': unknownParameters,
  unstructured,
  'user-agent': userAgent,
} satisfies Record<Exclude<RuleName, ClientRule>, Experiment>;

/** One for each rule that binds collectors, and those about what all parameters have in common. */
export const snowplowExperiments: readonly Experiment[] = [
  event,
  wide,
  lessKnownParameters,
  optional,
  application,
  atOnce,
  ...Object.values(ofRules).filter((experiment) => experiment !== event),
];
