import type { StoredValue } from '../../model.ts';
import type { Row } from '../reader.ts';
import type { Visit } from './answer.ts';
import { customVariableColumns, customVariables } from './custom-variables.ts';
import { decimal, integer, type Read, text, textOrEmpty, textOrNull, time, word } from './values.ts';

export const referrerTypes = word({ direct: 1, search: 2, website: 3, campaign: 6, social: 7 });

/** What Matomo shows in place of the keyword that a search engine does not tell. */
const hiddenKeyword = 'Keyword not defined';

/** Column to the name it has in the answer; columns of Piwik 2 and of Matomo 5 stand side by side. */
const columns: Readonly<Record<string, readonly [name: string, read: Read]>> = {
  idvisit: ['idVisit', integer],
  idsite: ['idSite', integer],
  idvisitor: ['visitorId', text],
  config_id: ['fingerprint', text],
  location_ip: ['visitIp', text],
  user_id: ['userId', text],
  visit_first_action_time: ['firstActionTimestamp', time],
  visit_last_action_time: ['lastActionTimestamp', time],
  visit_total_time: ['visitDuration', integer],
  visit_total_actions: ['actions', integer],
  visit_total_interactions: ['interactions', integer],
  visit_total_searches: ['searches', integer],
  visit_total_events: ['events', integer],
  visit_goal_converted: ['visitConverted', integer],
  visit_goal_buyer: [
    'visitEcommerceStatus',
    word({ none: 0, ordered: 1, abandonedCart: 2, orderedThenAbandonedCart: 3 }),
  ],
  visitor_returning: ['visitorType', word({ new: 0, returning: 1, returningCustomer: 2 })],
  visitor_count_visits: ['visitCount', integer],
  visitor_days_since_first: ['daysSinceFirstVisit', integer],
  visitor_days_since_last: ['daysSinceLastVisit', integer],
  visitor_days_since_order: ['daysSinceLastEcommerceOrder', integer],
  visitor_seconds_since_first: ['secondsSinceFirstVisit', integer],
  visitor_seconds_since_last: ['secondsSinceLastVisit', integer],
  visitor_seconds_since_order: ['secondsSinceLastEcommerceOrder', integer],
  visitor_localtime: ['visitLocalTime', text],
  referer_type: ['referrerType', referrerTypes],
  referer_name: ['referrerName', textOrNull],
  referer_keyword: ['referrerKeyword', (value) => (value === hiddenKeyword ? null : textOrNull(value))],
  referer_url: ['referrerUrl', textOrEmpty],
  location_browser_lang: ['languageCode', text],
  location_country: ['countryCode', text],
  location_region: ['regionCode', text],
  location_city: ['city', text],
  location_latitude: ['latitude', decimal],
  location_longitude: ['longitude', decimal],
  config_os: ['operatingSystemCode', text],
  config_os_version: ['operatingSystemVersion', text],
  config_browser_name: ['browserCode', text],
  config_browser_version: ['browserVersion', text],
  config_browser_engine: ['browserFamily', text],
  config_resolution: ['resolution', text],
};

const plugins = ['cookie', 'flash', 'java', 'pdf', 'quicktime', 'realplayer', 'silverlight', 'windowsmedia'];

/** The columns of `log_visit` that the answer shows. */
export const visitColumns: ReadonlySet<string> = new Set([
  ...Object.keys(columns),
  ...plugins.map((plugin) => `config_${plugin}`),
  ...customVariableColumns,
]);

export function visitRow(visit: Visit): Row {
  const row: Record<string, StoredValue> = { ...customVariables(visit.customVariables, 'customVariable') };
  for (const [column, [name, read]] of Object.entries(columns)) {
    if (name in visit) row[column] = read(visit[name]);
  }
  const present = String(visit.plugins ?? '').split(/,\s*/);
  for (const plugin of plugins) row[`config_${plugin}`] = present.includes(plugin) ? 1 : 0;
  return row;
}
