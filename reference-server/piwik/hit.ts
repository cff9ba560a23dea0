/** One hit: what arrived, and what is known of it before anything is looked up or stored. */
import type { Context } from '../model.ts';
import type { Site } from '../settings/settings.ts';
import type { Address } from './address.ts';
import type { Extension } from './extension/extension.ts';
import type { Parameters } from './parameters.ts';
import type { Parts } from './parts.ts';

/** What every piece of the tracker is given: the store, the settings, the other pieces, and what extends them. */
export interface Tracking extends Context<Parts> {
  extension: Extension;
}

/** A hit as it arrived, alone or as an entry of a bulk request. */
export interface Arrival {
  parameters: Parameters;
  headers: Readonly<Record<string, string>>;
  /** Address of the peer. */
  address: string;
  /** Seconds since 1970, the clock of the request. */
  receivedAt: number;
  /** Token of the bulk body, which then takes the place of the hit's own. */
  bulkToken?: string | undefined;
}

export interface Hit extends Arrival {
  site: Site;
  /** True when privileged parameters take effect. */
  authenticated: boolean;
  /** Seconds since 1970: `cdt` or `receivedAt`. */
  now: number;
  /** Whole address, as exclusion by address sees it. */
  clientAddress: Address;
  userAgent: string;
}

/** What became of a hit. Only a refused hit is an error: it ends a bulk request. */
export type Outcome =
  | { kind: 'stored'; visit: number; visitor: string; newVisit: boolean; now: number }
  | { kind: 'excluded'; reason: string }
  | { kind: 'refused'; reason: string; authenticated: boolean };

/** Thrown by a piece that finds that the hit must not be stored; nothing has been stored by then. */
export class Refusal extends Error {
  override name = 'Refusal';
}
