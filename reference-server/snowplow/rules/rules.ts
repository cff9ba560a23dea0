/** All rules that add to an event, in the order in which they run: later ones read what earlier ones filled. */
import type { EventRule } from '../event.ts';
import { address } from './address.ts';
import { browserFeatures } from './browser-features.ts';
import { campaign } from './campaign.ts';
import { collectorFields } from './collector-fields.ts';
import { event } from './event.ts';
import { networkUser } from './network-user.ts';
import { pageUrl } from './page-url.ts';
import { referrer } from './referrer.ts';
import { time } from './time.ts';
import { userAgent } from './user-agent.ts';

export const rules = {
  event,
  time,
  'collector-fields': collectorFields,
  'network-user': networkUser,
  address,
  'user-agent': userAgent,
  'browser-features': browserFeatures,
  'page-url': pageUrl,
  referrer,
  campaign,
} satisfies Readonly<Record<string, EventRule>>;

export type RuleSet = Readonly<Record<keyof typeof rules, EventRule>>;
