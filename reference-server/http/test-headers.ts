/** Headers by which a test sets clock and address of one request; heard only when switched on, and from loopback. */
import { isIP } from 'node:net';
import type { TrackerRequest } from '../model.ts';
import { BadRequest } from './answers.ts';

export const nowHeader = 'x-beaconform-now';
export const addressHeader = 'x-beaconform-address';

export function hasTestHeaders({ headers }: TrackerRequest): boolean {
  return headers[nowHeader] !== undefined || headers[addressHeader] !== undefined;
}

/** Throws {@link BadRequest} 400 for a value that is no time or no address. */
export function withTestHeaders(request: TrackerRequest): TrackerRequest {
  const now = request.headers[nowHeader];
  const address = request.headers[addressHeader];
  return {
    ...request,
    now: now === undefined ? request.now : readNow(now),
    address: address === undefined ? request.address : readAddress(address),
  };
}

/** Beyond the year 9999 no stored time can be. */
const latest = 253_402_300_800_000;

function readNow(text: string): number {
  const seconds = /^\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  const now = Math.round(seconds * 1000);
  if (!(now < latest)) {
    throw new BadRequest(
      400,
      `X-Beaconform-Now is ${JSON.stringify(text)}; send seconds since 1970, such as 1390212000`,
    );
  }
  return now;
}

function readAddress(text: string): string {
  if (isIP(text) !== 0) return text;
  throw new BadRequest(400, `X-Beaconform-Address is ${JSON.stringify(text)}; send one IPv4 or IPv6 address`);
}
