/** All experiments of Piwik, by the rule they test. */
import type { RuleName } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { actionAddress } from './action-type/address.ts';
import { actionFinding } from './action-type/finding.ts';
import { actionKinds } from './action-type/kinds.ts';
import { seldomAddress } from './action-type/seldom.ts';
import { actionType } from './action-type.ts';
import { otherSite, viewOnly } from './authentication/insufficient.ts';
import { authenticationRoles } from './authentication/roles.ts';
import { authenticationSecret, authenticationWithout } from './authentication/without.ts';
import { authenticationWrongToken } from './authentication/wrong-token.ts';
import { authentication } from './authentication.ts';
import { botNetworks } from './bots/network.ts';
import { botRequests } from './bots.ts';
import { bulkCounted } from './bulk/counted.ts';
import { bulkExample } from './bulk/example.ts';
import { longBulk } from './bulk/long.ts';
import { bulkSender } from './bulk/sender.ts';
import { bulkRequests } from './bulk.ts';
import { maskedAddress } from './client-address/masked.ts';
import { clientAddress } from './client-address.ts';
import { clientTime } from './client-time.ts';
import { configuration, configurationAddress } from './configuration.ts';
import { conversionAmount } from './conversion/amount.ts';
import { conversionAttribution } from './conversion/attribution.ts';
import { brokenExpression } from './conversion/broken-expression.ts';
import { conversionPatterns } from './conversion/patterns.ts';
import { severalConversions } from './conversion/several.ts';
import { unknownGoal } from './conversion/unknown-goal.ts';
import { conversionVisit } from './conversion/visit.ts';
import { conversion } from './conversion.ts';
import { customVariablesOdd } from './custom-variables/odd.ts';
import { customVariableValues } from './custom-variables/values.ts';
import { customVariables } from './custom-variables.ts';
import { download } from './download.ts';
import { ecommerceCart } from './ecommerce/cart.ts';
import { itemDefaults } from './ecommerce/item-defaults.ts';
import { ecommerceItems } from './ecommerce/items.ts';
import { oddItems } from './ecommerce/odd-items.ts';
import { orderNumber } from './ecommerce/order-number.ts';
import { ecommerce } from './ecommerce.ts';
import { event } from './event.ts';
import { doNotTrack } from './exclusion/do-not-track.ts';
import { exclusionLists } from './exclusion/lists.ts';
import { exclusion } from './exclusion.ts';
import { generationTime } from './generation-time.ts';
import { geolocation } from './geolocation.ts';
import { languageHeader } from './language/header.ts';
import { languageValues } from './language/values.ts';
import { visitLanguage } from './language.ts';
import { actionQuestions } from './ledger/actions.ts';
import { bulkQuestions } from './ledger/bulk.ts';
import { conversionQuestions } from './ledger/conversions.ts';
import { goalQuestions } from './ledger/goals.ts';
import { numberQuestions } from './ledger/numbers.ts';
import { orderQuestions } from './ledger/orders.ts';
import { privilegedQuestions } from './ledger/privileged.ts';
import { requestQuestions } from './ledger/requests.ts';
import { siteQuestions } from './ledger/sites.ts';
import { visitorQuestions } from './ledger/visitors.ts';
import { visitQuestions } from './ledger/visits.ts';
import { localTime } from './local-time.ts';
import { optionalParameters } from './optional-parameters.ts';
import { outlink } from './outlink.ts';
import { pageTitle } from './page-title.ts';
import { referrerCampaign } from './referrer/campaign.ts';
import { referrerDetails } from './referrer/details.ts';
import { referrerRest } from './referrer/rest.ts';
import { referrer } from './referrer.ts';
import { order } from './relations/order.ts';
import { shift } from './relations/shift.ts';
import { split } from './relations/split.ts';
import { goalPrecedence, kindPrecedence } from './request-kinds/precedence.ts';
import { seedExample } from './request-kinds/seed-example.ts';
import { requestKinds } from './request-kinds.ts';
import { sitesApart } from './required-parameters/sites.ts';
import { requiredParameters } from './required-parameters.ts';
import { debugLog } from './response/debug.ts';
import { noDebug } from './response/no-debug.ts';
import { responseOdd } from './response/odd.ts';
import { refusalTold } from './response/refused.ts';
import { response } from './response.ts';
import { searchAddress } from './site-search/address.ts';
import { searchDetails } from './site-search/details.ts';
import { siteSearch } from './site-search.ts';
import { atOnce } from './transport/at-once.ts';
import { transport } from './transport.ts';
import { lessPlainAgents } from './user-agent/less-plain.ts';
import { userAgent } from './user-agent.ts';
import { values } from './values.ts';
import { visitEnds } from './visit/ends.ts';
import { exactly30Minutes } from './visit/exactly-30-minutes.ts';
import { visitGap } from './visit/gap.ts';
import { visitPages } from './visit/pages.ts';
import { visitTimes } from './visit/times.ts';
import { visitTotals } from './visit/totals.ts';
import { visit } from './visit.ts';
import { visitorReturning } from './visitor-counters/returning.ts';
import { visitorCounters } from './visitor-counters.ts';
import { cid } from './visitor-detection/cid.ts';
import { visitorId } from './visitor-detection/id.ts';
import { detectionPrecedence } from './visitor-detection/precedence.ts';
import { visitorDetection } from './visitor-detection.ts';

/** Rules about the inside of an installation: no request shows whether they are kept. */
type Inside = 'plugins' | 'scheduled-tasks' | 'tracker-cache';

const byRule = {
  'request-kinds': [requestKinds, kindPrecedence, goalPrecedence, seedExample],
  'required-parameters': [requiredParameters, sitesApart, optionalParameters],
  response: [response, responseOdd, refusalTold],
  debug: [noDebug, debugLog],
  transport: [transport, atOnce],
  visit: [visit, visitGap, exactly30Minutes, visitPages, visitEnds, visitTimes, visitTotals],
  'visitor-detection': [visitorDetection, cid, visitorId, detectionPrecedence],
  configuration: [configuration, configurationAddress, values],
  'action-type': [actionType, actionAddress, actionFinding, actionKinds, seldomAddress],
  'page-title': [pageTitle],
  'client-address': [clientAddress, maskedAddress],
  'client-time': [clientTime, shift, order],
  'local-time': [localTime],
  language: [visitLanguage, languageHeader, languageValues],
  'user-agent': [userAgent, lessPlainAgents],
  geolocation: [geolocation],
  'visitor-counters': [visitorCounters, visitorReturning],
  'custom-variables': [customVariables, customVariablesOdd, customVariableValues],
  referrer: [referrer, referrerCampaign, referrerDetails, referrerRest],
  'generation-time': [generationTime],
  outlink: [outlink],
  download: [download],
  'site-search': [siteSearch, searchAddress, searchDetails],
  event: [event],
  conversion: [
    conversion,
    conversionAmount,
    conversionAttribution,
    conversionVisit,
    conversionPatterns,
    brokenExpression,
    severalConversions,
    unknownGoal,
  ],
  ecommerce: [ecommerce, orderNumber, ecommerceCart, ecommerceItems, itemDefaults, oddItems],
  bots: [botRequests, botNetworks],
  exclusion: [exclusion, exclusionLists, doNotTrack],
  bulk: [bulkRequests, bulkExample, bulkCounted, bulkSender, longBulk, split],
  authentication: [
    authentication,
    authenticationRoles,
    authenticationSecret,
    authenticationWithout,
    authenticationWrongToken,
    otherSite,
    viewOnly,
  ],
} satisfies Record<Exclude<RuleName, Inside>, readonly Experiment[]>;

/** What the sources leave open: the answers of a target are its fingerprint. */
const questions: readonly Experiment[] = [
  requestQuestions,
  visitorQuestions,
  privilegedQuestions,
  siteQuestions,
  visitQuestions,
  actionQuestions,
  conversionQuestions,
  orderQuestions,
  numberQuestions,
  goalQuestions,
  bulkQuestions,
];

export const piwikExperiments: readonly Experiment[] = [...Object.values(byRule).flat(), ...questions];
