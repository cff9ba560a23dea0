/** Options as Piwik 2.0.3 and the Snowplow collectors of January 2014 shipped them. */
import type { PiwikOptions, SnowplowOptions } from './settings.ts';

export const defaultPiwikOptions: PiwikOptions = {
  visit_standard_length: 1800,
  window_look_back_for_visitor: 0,
  default_time_one_page_visit: 0,
  trust_visitors_cookies: false,
  new_visit_api_requires_admin: true,
  tracking_requests_require_authentication: true,
  tracker_always_new_visitor: false,
  record_statistics: true,
  page_maximum_length: 1024,
  action_url_category_delimiter: '/',
  anonymize_ip: false,
  ip_address_mask_length: 1,
  use_anonymized_ip_for_visit_enrichment: true,
  do_not_track: false,
  enable_language_to_country_guess: true,
  use_third_party_id_cookie: false,
  cookie_name: '_pk_uid',
  cookie_expire: 63_072_000,
  ignore_visits_cookie_name: 'piwik_ignore',
  campaign_var_name: ['pk_campaign', 'piwik_campaign', 'utm_campaign', 'utm_source', 'utm_medium'],
  campaign_keyword_var_name: ['pk_kwd', 'piwik_kwd', 'pk_keyword', 'utm_term'],
  search_keyword_parameters: ['q', 'query', 's', 'search', 'searchword', 'k', 'keyword'],
  search_category_parameters: [],
  excluded_ips: [],
  excluded_query_parameters: [],
  excluded_user_agents: [],
  keep_url_fragment: false,
  proxy_client_headers: [],
  debug: false,
  'usercountry.location_provider': 'default',
  scheduled_tasks_min_interval: 3600,
};

export const defaultSnowplowOptions: SnowplowOptions = {
  anonymize_octets: 0,
  cookie_name: 'sp',
  cookie_days: 365,
  micro: false,
};
