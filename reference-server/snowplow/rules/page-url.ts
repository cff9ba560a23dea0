import type { Event, EventRule } from '../event.ts';
import { cleanText } from '../forms/text.ts';
import { uriFault } from '../uri.ts';
import { urlParts } from '../url.ts';

/** The address of the page, or without one the page that asked for the pixel, whole and in parts. */
export const pageUrl: EventRule = (event) => {
  const header = event.request.headers.referer;
  if (!event.values.has('url') && header !== undefined) event.row.page_url = cleanText(header);
  splitAddress(event, 'page_url', 'page_url');
};

/** Encodes blanks in the column of an address, and fills the columns of its parts. */
export function splitAddress({ row, faults }: Event, column: string, prefix: string): void {
  const address = row[column];
  if (typeof address !== 'string') return;
  const uri = address.replaceAll(' ', '%20');
  const fault = uriFault(uri);
  if (fault !== undefined) {
    faults.push(`Column [${column}]: ${JSON.stringify(address)} is no URI: ${fault}`);
    return;
  }
  row[column] = uri;
  const parts = urlParts(uri);
  row[`${prefix}scheme`] = parts.scheme;
  row[`${prefix}host`] = parts.host;
  row[`${prefix}port`] = parts.port;
  row[`${prefix}path`] = parts.path;
  row[`${prefix}query`] = parts.query;
  row[`${prefix}fragment`] = parts.fragment;
}
