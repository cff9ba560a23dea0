/** Rule client-address: whose address a hit is stored with. */
import { type Address, parseAddress } from './address.ts';
import type { Arrival, Tracking } from './hit.ts';

const unknownAddress = parseAddress('0.0.0.0') as Address;

/**
 * `cip` when the request is authenticated, else the address of the peer or of a configured proxy header.
 * An address that cannot be read is 0.0.0.0 (Piwik 2.0.3, section 1b).
 */
export function clientAddress(tracking: Tracking, arrival: Arrival, authenticated: boolean): Address {
  const cip = authenticated ? arrival.parameters.text('cip') : undefined;
  if (cip !== undefined) return parseAddress(cip) ?? unknownAddress;
  return parseAddress(forwarded(tracking, arrival) ?? arrival.address) ?? unknownAddress;
}

/** The last address of the first configured header that is set: earlier ones may be written by anybody. */
function forwarded(tracking: Tracking, arrival: Arrival): string | undefined {
  for (const name of tracking.settings.piwik.proxy_client_headers) {
    const value = arrival.headers[name.toLowerCase()];
    if (value !== undefined && value !== '') return withoutPort(value.split(',').at(-1)?.trim() ?? '');
  }
  return undefined;
}

/** `192.0.2.1:80` and `[2001:db8::1]:80` are what some proxies write. */
function withoutPort(text: string): string {
  const bracketed = /^\[(.+)\](?::\d+)?$/.exec(text);
  if (bracketed !== null) return bracketed[1] as string;
  return text.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
}
