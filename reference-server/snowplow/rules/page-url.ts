import { remembering } from '../../memory.ts';
import type { Event, EventRule } from '../event.ts';
import { cleanText } from '../forms/text.ts';
import { uriFault } from '../uri.ts';
import { type UrlParts, urlParts } from '../url.ts';

/** The address of the page, or without one the page that asked for the pixel, whole and in parts. */
export const pageUrl: EventRule = (event) => {
  if (!event.values.has('url')) event.row.page_url = cleanText(event.request.headers.referer ?? '');
  splitAddress(event, 'page_url', 'page_url');
};

/** Encodes blanks in the column of an address, and fills the columns of its parts. */
export function splitAddress({ row, faults }: Event, column: string, prefix: string): void {
  const address = row[column];
  if (typeof address !== 'string') return;
  const read = readAddress(address);
  if ('fault' in read) {
    faults.push(columnFault(column, address, read.fault));
    return;
  }
  row[column] = read.uri;
  row[`${prefix}scheme`] = read.parts.scheme;
  row[`${prefix}host`] = read.parts.host;
  row[`${prefix}port`] = read.parts.port;
  row[`${prefix}path`] = read.parts.path;
  row[`${prefix}query`] = read.parts.query;
  row[`${prefix}fragment`] = read.parts.fragment;
}

function columnFault(column: string, address: string, fault: string): string {
  return `Column [${column}]: ${JSON.stringify(address)} is no URI: ${fault}`;
}

type Read = { uri: string; parts: UrlParts } | { fault: string };

/** Pages are viewed more than once. */
const readAddress = remembering(2000, (address): Read => {
  const uri = address.replaceAll(' ', '%20');
  const fault = uriFault(uri);
  return fault === undefined ? { uri, parts: urlParts(uri) } : { fault };
});
