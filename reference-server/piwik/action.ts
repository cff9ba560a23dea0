/** Rule action: what one request did on the site, and which action types it links to. */
import type { CustomVariables } from './custom-variables.ts';

/** Numbers of `log_action.type`. */
export const actionTypes = {
  pageUrl: 1,
  outlink: 2,
  download: 3,
  pageTitle: 4,
  itemSku: 5,
  itemName: 6,
  itemCategory: 7,
  siteSearch: 8,
  eventCategory: 10,
  eventAction: 11,
  eventName: 12,
} as const;

/** A row of log_action to be found or made. */
export interface ActionType {
  type: (typeof actionTypes)[keyof typeof actionTypes];
  name: string;
  /** `url_prefix`; null for all but addresses of pages. */
  prefix: number | null;
}

export interface Action {
  kind: 'page-view' | 'outlink' | 'download' | 'event' | 'site-search';
  /** The whole address after exclusions: what goals look at. */
  address: string | undefined;
  url: ActionType | undefined;
  /** Title, keyword or name of an event. */
  name: ActionType | undefined;
  eventCategory?: ActionType | undefined;
  eventAction?: ActionType | undefined;
  /** `custom_float`: generation time or value of an event. */
  value: string | null;
  /** Slots that the kind of action fills by itself. */
  customVariables: CustomVariables;
}
