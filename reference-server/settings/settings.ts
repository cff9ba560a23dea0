/** Settings of a running server: `spec/files/config.schema.json` describes the file, defaults fill what it leaves out. */

export interface Settings {
  /** By id. */
  sites: ReadonlyMap<number, Site>;
  /** By token. */
  tokens: ReadonlyMap<string, Access>;
  piwik: PiwikOptions;
  /** What the Piwik tracker reads once, when the server starts. */
  piwikFiles: PiwikFiles;
  snowplow: SnowplowOptions;
}

export interface Site {
  id: number;
  name: string;
  /** Full URLs; the first is the main one. */
  urls: readonly string[];
  /** IANA name. */
  timeZone: string;
  /** ISO 4217 code. */
  currency: string;
  ecommerce: boolean;
  siteSearch: boolean;
  /** Empty: those of the options. */
  searchKeywordParameters: readonly string[];
  searchCategoryParameters: readonly string[];
  excludedAddresses: readonly string[];
  excludedParameters: readonly string[];
  excludedUserAgents: readonly string[];
  keepUrlFragment: boolean;
  goals: readonly Goal[];
}

export interface Goal {
  id: number;
  name: string;
  attribute: 'url' | 'title' | 'file' | 'external_website' | 'manually';
  patternType: 'contains' | 'exact' | 'regex';
  pattern: string;
  caseSensitive: boolean;
  allowMultiple: boolean;
  /** Decimal text: it is copied to conversions and never passes through a float. */
  revenue: string;
  deleted: boolean;
}

/** What a token may do; `superuser` may do it on every site. */
export interface Access {
  role: 'superuser' | 'admin' | 'view';
  sites: readonly number[];
}

/** The options of Piwik 2.0.3 that change what is stored, by the names they have there. Times are seconds. */
export interface PiwikOptions {
  visit_standard_length: number;
  window_look_back_for_visitor: number;
  default_time_one_page_visit: number;
  trust_visitors_cookies: boolean;
  new_visit_api_requires_admin: boolean;
  tracking_requests_require_authentication: boolean;
  tracker_always_new_visitor: boolean;
  record_statistics: boolean;
  page_maximum_length: number;
  action_url_category_delimiter: string;
  /** Octets masked from the right; used when `anonymize_ip` is on. */
  ip_address_mask_length: number;
  anonymize_ip: boolean;
  use_anonymized_ip_for_visit_enrichment: boolean;
  do_not_track: boolean;
  enable_language_to_country_guess: boolean;
  use_third_party_id_cookie: boolean;
  cookie_name: string;
  cookie_expire: number;
  ignore_visits_cookie_name: string;
  campaign_var_name: readonly string[];
  campaign_keyword_var_name: readonly string[];
  search_keyword_parameters: readonly string[];
  search_category_parameters: readonly string[];
  excluded_ips: readonly string[];
  excluded_query_parameters: readonly string[];
  excluded_user_agents: readonly string[];
  keep_url_fragment: boolean;
  /** Names of headers that carry the visitor's address, the first that is set wins. */
  proxy_client_headers: readonly string[];
  debug: boolean;
  /** Id of the location provider; an unknown or unavailable one stands for the default. */
  'usercountry.location_provider': string;
  /** 0: tracking requests run no scheduled tasks. */
  scheduled_tasks_min_interval: number;
}

/** Paths, as the configuration gives them: relative ones start at the folder the server was started in. */
export interface PiwikFiles {
  maxmind_database?: string;
  search_engines?: string;
  /** A folder. */
  plugins?: string;
}

export interface SnowplowOptions {
  /** Octets of the collector's address replaced by `x`, from the right: 0 to 4. */
  anonymize_octets: number;
  /** Name and life in days of the collector's cookie. */
  cookie_name: string;
  cookie_days: number;
  /** Whether stored events are shown as Snowplow Micro shows them. */
  micro: boolean;
}
