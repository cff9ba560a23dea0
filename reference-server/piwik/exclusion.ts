/** Rule exclusion: hits that are answered but not stored. */
import { rememberingOf } from '../memory.ts';
import { inRange, parseRange } from './address.ts';
import { cookieValue } from './cookies.ts';
import type { Hit, Tracking } from './hit.ts';

/** Why the hit is not stored, or undefined when it is. Order of the tests: Piwik 2.0.3, section 3.4. */
export function exclusionReason(tracking: Tracking, hit: Hit): string | undefined {
  const { parts, settings } = tracking;
  if (!settings.piwik.record_statistics) return 'recording is switched off (record_statistics)';
  const bot =
    (hit.parameters.integer('bots') ?? 0) !== 0 ? undefined : parts.botReason(hit.userAgent, hit.clientAddress);
  if (bot !== undefined) return bot;
  if (!parts.asksForRecording(hit.parameters)) return 'rec is not 1';
  return (
    (settings.piwik.do_not_track ? parts.doNotTrackReason(hit) : undefined) ??
    parts.ignoredReason(tracking, hit) ??
    parts.excludedAddressReason(tracking, hit) ??
    parts.excludedAgentReason(tracking, hit) ??
    parts.prefetchReason(hit)
  );
}

/** Browsers that send the header unasked do not speak for their user. */
export function doNotTrackReason(hit: Hit): string | undefined {
  const asked = hit.headers['x-do-not-track'] === '1' || hit.headers.dnt?.startsWith('1') === true;
  if (!asked || /MSIE 10|Trident\/7/.test(hit.userAgent)) return undefined;
  return 'the visitor asked not to be tracked';
}

/**
 * The cookie by which people keep themselves out. Piwik signs it with a secret of its own; here its form is enough,
 * since nobody but the visitor is harmed by a forged one.
 */
export function ignoredReason({ settings }: Tracking, hit: Hit): string | undefined {
  const value = cookieValue(hit.headers.cookie, settings.piwik.ignore_visits_cookie_name);
  if (value === undefined || !ignoreForm.test(value)) return undefined;
  return 'the visitor has the cookie of those who are not counted';
}

/** `ignore` with the value `*`, as it is or serialized, and a signature. */
const ignoreForm = /^ignore=(?:\*|czoxOiIqIjs=)(?::_=[0-9a-f]{40})?$/;

export function excludedAddressReason({ settings }: Tracking, hit: Hit): string | undefined {
  const excluded = [hit.site.excludedAddresses, settings.piwik.excluded_ips].some((list) => {
    return ranges(list).some((range) => inRange(hit.clientAddress, range));
  });
  return excluded ? 'the address is excluded' : undefined;
}

export function excludedAgentReason({ settings }: Tracking, hit: Hit): string | undefined {
  const agent = hit.userAgent.toLowerCase();
  for (const part of [...hit.site.excludedUserAgents, ...settings.piwik.excluded_user_agents]) {
    if (part !== '' && agent.includes(part.toLowerCase())) return `the user agent is excluded by "${part}"`;
  }
  return undefined;
}

/** A page that the browser fetches in advance has not been seen. */
export function prefetchReason(hit: Hit): string | undefined {
  const purpose = hit.headers['x-purpose'];
  const prefetched = purpose === 'preview' || purpose === 'instant' || hit.headers['x-moz'] === 'prefetch';
  return prefetched ? 'the page was only fetched in advance' : undefined;
}

const ranges = rememberingOf((list: readonly string[]) => list.map(parseRange).filter((range) => range !== undefined));
