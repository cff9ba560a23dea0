import { versions } from '../../../generated/index.ts';
import { readBulk } from '../../../wire/bulk.ts';
import { endpointOf } from '../../../wire/request.ts';
import { readBatch } from '../../../wire/tp2.ts';
import type { RecordedRequest } from '../recorded.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** Last path segments at which a tracker of some version answers. */
export const endpoints: readonly string[] = [
  ...new Set(Object.values(versions).flatMap((known) => known.flatMap((facts) => facts.endpoints))),
];

/** A transparent GIF of one by one pixel. */
const pixel = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=='), (byte) =>
  byte.charCodeAt(0),
);

/**
 * What a tracker answers: a pixel, 204 where the client asks for it, what a bulk request expects, and what a browser
 * asks of another origin.
 *
 * @param anyPath every path is that of a tracker, since the caller named the protocol
 */
export function answerTo(request: RecordedRequest, anyPath: boolean): Answer {
  const { method, path, headers } = request;
  if (isPreflight(request)) return { status: 204, headers: preflightHeaders(headers), body: '' };
  if (!anyPath && !endpoints.includes(endpointOf(path))) return notFound(path, headers);
  const answer = contentOf(request);
  return {
    ...answer,
    headers: { 'cache-control': 'no-store', ...corsHeaders(headers), ...answer.headers },
    body: method === 'HEAD' ? '' : answer.body,
  };
}

function contentOf(request: RecordedRequest): Answer {
  const { query, body, method } = request;
  const bulk = readBulk(body);
  const tracked = bulk?.kind === 'bulk' ? bulk.entries.filter(({ kind }) => kind === 'pairs').length : 0;
  if (bulk) return json({ status: bulk.kind === 'bulk' ? 'success' : 'error', tracked });
  if (/(?:^|&)send_image=0(?:&|$)/.test(query)) return { status: 204, headers: {}, body: '' };
  const target = redirectTarget(request);
  if (target) return { status: 302, headers: { location: target }, body: '' };
  if (method === 'POST' && (endpointOf(request.path) === 'tp2' || readBatch(body)?.kind === 'batch')) return text('ok');
  return { status: 200, headers: { 'content-type': 'image/gif' }, body: pixel };
}

/** Where a click on a link that goes through the collector leads: `/r/tp2?u=…`. */
function redirectTarget({ path, query }: RecordedRequest): string | undefined {
  if (!/\/r\/tp2$/.test(path)) return undefined;
  const target = new URLSearchParams(query).get('u');
  return target && URL.canParse(target) && /^https?:/.test(target) ? new URL(target).href : undefined;
}

function notFound(path: string, headers: RecordedRequest['headers']): Answer {
  const names = endpoints.join(', ');
  const answer = text(
    `${path} is no path of a tracker: expected one that ends in ${names}. It was recorded all the same.\n`,
  );
  return { ...answer, status: 404, headers: { ...corsHeaders(headers), ...answer.headers } };
}

function text(body: string): Answer {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return { status: 200, headers, body };
}

function json(value: unknown): Answer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
