/** The replaceable pieces of the Piwik tracker. Semantics call each other only through this object. */

import { piwikHits } from '../../wire/hits.ts';
import { actionOfRequest } from './action-of-request.ts';
import { actionTypeId, actionTypeRow, findActionType } from './action-type.ts';
import { beaconAnswer, greetingAnswer } from './answer.ts';
import { hitOf } from './arrivals.ts';
import { namedReferrer } from './attribution.ts';
import { authenticated } from './authentication.ts';
import { botReason } from './bots.ts';
import { trackBulk } from './bulk.ts';
import { clientAddress } from './client-address.ts';
import { clientTime } from './client-time.ts';
import { computerOf } from './computer.ts';
import { configurationId, pluginColumns, pluginFlags, resolution } from './configuration.ts';
import { conversionColumns, conversionRow, convertGoal, goalBuster, goalRevenue } from './conversion.ts';
import { customVariables } from './custom-variables.ts';
import { debugAnswer, isDebugging, maySeeLog } from './debug.ts';
import { buyerAfter, itemTotal, orderIsKnown, storeCart, storeOrder } from './ecommerce.ts';
import * as exclusion from './exclusion.ts';
import * as hooks from './extension/hooks.ts';
import { forms } from './forms/forms.ts';
import { generationTime } from './generation-time.ts';
import { chosenProvider, type LocationProvider, locationOverrides, visitLocation } from './geolocation.ts';
import { goalSubject, reachedGoals } from './goal.ts';
import { itemRow, storeItems } from './item-rows.ts';
import { readItems } from './items.ts';
import { browserLanguage } from './language.ts';
import { actionIds, linkRow, timeSpent } from './link.ts';
import { localTime } from './local-time.ts';
import { pageTitle } from './page-title.ts';
import { pageUrl, splitPrefix } from './page-url.ts';
import { readParameters } from './parameters.ts';
import { matches } from './pattern.ts';
import { provider as byLanguage } from './providers/language.ts';
import { campaignReferrer, siteReferrer, visitReferrer } from './referrer.ts';
import { requestKind } from './request-kinds.ts';
import { asksForRecording, siteOf } from './required-parameters.ts';
import { searchIn } from './search-engine.ts';
import { searchColumns, searchInAddress } from './site-search.ts';
import { continueVisit, startVisit } from './store-visit.ts';
import * as tasks from './tasks/conditions.ts';
import { trackHit } from './track.ts';
import * as cache from './tracker-cache.ts';
import { userAgent } from './user-agent.ts';
import { furtherTotals, newVisitTotals, visitRow } from './visit.ts';
import { forcesNewVisit, sameVisit } from './visit-length.ts';
import { visitorCounters } from './visitor-counters.ts';
import { detectionWindow, recognisedVisit, visitOfConfiguration, visitOfVisitor } from './visitor-detection.ts';
import { namedVisitor } from './visitor-id.ts';

export const parts = {
  ...exclusion,
  ...hooks,
  ...tasks,
  cachedSettings: cache.cachedSettings,
  generalContent: cache.generalContent,
  invalidateByPlugin: cache.invalidateByPlugin,
  invalidateChanged: cache.invalidateChanged,
  siteContent: cache.siteContent,
  forms,
  actionIds,
  actionOfRequest,
  actionTypeId,
  actionTypeRow,
  answer: beaconAnswer,
  asksForRecording,
  bulkAllowed: authenticated,
  authenticated,
  botReason,
  browserLanguage,
  buyerAfter,
  campaignReferrer,
  chosenProvider,
  clientAddress,
  clientTime,
  computerOf,
  configurationId,
  continueVisit,
  conversionColumns,
  conversionRow,
  convertGoal,
  customVariables,
  debugAnswer,
  detectionWindow,
  findActionType,
  forcesNewVisit,
  furtherTotals,
  generationTime,
  goalBuster,
  goalRevenue,
  goalSubject,
  greetingAnswer,
  hitOf,
  isDebugging,
  itemRow,
  itemTotal,
  linkRow,
  localTime,
  locationOverrides,
  locationProvider: byLanguage as LocationProvider,
  matches,
  maySeeLog,
  namedReferrer,
  namedVisitor,
  newVisitTotals,
  orderIsKnown,
  pageTitle,
  pageUrl,
  pluginColumns,
  piwikHits,
  pluginFlags,
  reachedGoals,
  readItems,
  readParameters,
  recognisedVisit,
  requestKind,
  resolution,
  sameVisit,
  searchColumns,
  searchEngine: searchIn,
  searchInAddress,
  siteOf,
  siteReferrer,
  splitPrefix,
  startVisit,
  storeCart,
  storeItems,
  storeOrder,
  timeSpent,
  trackBulk,
  trackHit,
  userAgent,
  visitLocation,
  visitOfConfiguration,
  visitOfVisitor,
  visitReferrer,
  visitRow,
  visitorCounters,
};

export type Parts = typeof parts;
