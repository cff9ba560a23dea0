/** The faults of the Piwik tracker. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { actionTypeFaults } from './action-type.ts';
import { authenticationFaults } from './authentication.ts';
import { botFaults } from './bots.ts';
import { bulkFaults } from './bulk.ts';
import { clientFaults } from './client.ts';
import { configurationFaults } from './configuration.ts';
import { conversionFaults } from './conversion.ts';
import { creditFaults } from './credit.ts';
import { customVariableFaults } from './custom-variables.ts';
import { ecommerceFaults } from './ecommerce.ts';
import { eventFaults } from './event.ts';
import { exclusionFaults } from './exclusion.ts';
import { goalFaults } from './goals.ts';
import { leavingFaults } from './leaving.ts';
import { lessPlainFaults } from './less-plain.ts';
import { addressFaults } from './page-address.ts';
import { pageTitleFaults } from './page-title.ts';
import { parameterFaults } from './parameters.ts';
import { placeFaults } from './place.ts';
import { debugFaults, pluginFaults, providerFaults } from './plugins.ts';
import { referrerFaults } from './referrer.ts';
import { responseFaults } from './response.ts';
import { scheduledTaskFaults } from './scheduled-tasks.ts';
import { seldomFaults } from './seldom.ts';
import { siteSearchFaults } from './site-search.ts';
import { trackerCacheFaults } from './tracker-cache.ts';
import { transportFaults } from './transport.ts';
import { visitColumnFaults, visitFaults } from './visit.ts';
import { counterFaults, visitorFaults } from './visitor.ts';

const constant: readonly Fault<Parts>[] = [
  ...actionTypeFaults,
  ...addressFaults,
  ...authenticationFaults,
  ...botFaults,
  ...bulkFaults,
  ...clientFaults,
  ...configurationFaults,
  ...conversionFaults,
  ...counterFaults,
  ...creditFaults,
  ...customVariableFaults,
  ...debugFaults,
  ...ecommerceFaults,
  ...eventFaults,
  ...exclusionFaults,
  ...goalFaults,
  ...leavingFaults,
  ...lessPlainFaults,
  ...pageTitleFaults,
  ...parameterFaults,
  ...placeFaults,
  ...pluginFaults,
  ...providerFaults,
  ...referrerFaults,
  ...responseFaults,
  ...scheduledTaskFaults,
  ...siteSearchFaults,
  ...trackerCacheFaults,
  ...transportFaults,
  ...visitColumnFaults,
  ...visitFaults,
  ...visitorFaults,
];

export const piwikFaults: readonly Fault<Parts>[] = [...constant, ...seldomFaults(constant)];
