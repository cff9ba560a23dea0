/** Faults of other files that strike now and then: as where one of many machines still runs the broken version. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { seldom } from '../seldom.ts';

/** By the fault that strikes, in how many times it does so once: rare, and often enough for a run of 100 cases. */
const oneIn: Readonly<Record<string, number>> = {
  'piwik.action-type.numbers-lost': 7,
  'piwik.authentication.needed-for-titles': 13,
  'piwik.bulk.answered-by-image': 17,
  'piwik.client-address.only-cip': 23,
  'piwik.client-time.clock-wrong': 16,
  'piwik.conversion.lost': 19,
  'piwik.custom-variables.page-lost': 11,
  'piwik.debug.always': 17,
  'piwik.download.as-outlink': 17,
  'piwik.ecommerce.order-lost': 13,
  'piwik.event.lost': 35,
  'piwik.exclusion.prefetch-tracked': 17,
  'piwik.generation-time.unbounded': 11,
  'piwik.geolocation.moves': 17,
  'piwik.language.header-first': 13,
  'piwik.outlink.as-download': 17,
  'piwik.page-title.first-category-only': 17,
  'piwik.referrer.campaign-overwritten': 12,
  'piwik.request-kinds.link-before-goal': 7,
  'piwik.required-parameters.title-needed': 17,
  'piwik.response.no-image': 17,
  'piwik.site-search.with-title': 17,
  'piwik.transport.strict': 13,
  'piwik.user-agent.header-not-stored': 16,
  'piwik.visit.exit-kept': 12,
  'piwik.visitor-counters.counted-up': 13,
  'piwik.visitor-detection.last-id-stored': 12,
};

/** The faults of the list above, each with its like among `all`. */
export function seldomFaults(all: readonly Fault<Parts>[]): readonly Fault<Parts>[] {
  return Object.entries(oneIn).map(([id, times]) => {
    const fault = all.find((one) => one.id === id);
    if (fault === undefined) throw new Error(`reference-server/faults/piwik/seldom.ts names ${id}, which is no fault`);
    return {
      id: `${id}-seldom`,
      requirement: fault.requirement,
      description: `Once in ${times} times: ${fault.description}`,
      rare: true,
      apply: seldom(fault, times),
    };
  });
}
