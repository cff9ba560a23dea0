/** A page of the fictitious site, by what is sent and by what the action type of it is called. */
import type { Identity } from '../../model.ts';
import { type Pairs, wireOf } from './hit.ts';

export interface Page {
  url: string;
  /** The URL without its scheme, as action types of pages are stored. */
  name: string;
}

/** The page with this URL. */
export function pageAt(url: string): Page {
  return { url, name: url.replace(/^https?:\/\/(www\.)?/, '') };
}

/** The page of a slot; other slots and attempts have others. */
export function page(slot: number, identity: Identity): Page {
  return pageAt(identity.url(slot));
}

/** The parameters that view it. */
export function viewing(shown: { url: string }): Pairs {
  return [['url', wireOf(shown.url)]];
}
