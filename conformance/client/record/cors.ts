import type { RecordedRequest } from '../recorded.ts';

/** A browser asks whether it may send what it is about to send. */
export function isPreflight({ method, headers }: RecordedRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** Trackers answer every origin, and take its cookies. */
export function corsHeaders(headers: RecordedRequest['headers']): Record<string, string> {
  const { origin } = headers;
  if (!origin || origin === 'null') return { 'access-control-allow-origin': '*' };
  return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true', vary: 'Origin' };
}

export function preflightHeaders(headers: RecordedRequest['headers']): Record<string, string> {
  return {
    ...corsHeaders(headers),
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? 'Content-Type',
    'access-control-max-age': '60',
    // A page of the public network may talk to a tracker on this machine.
    ...(headers['access-control-request-private-network'] ? { 'access-control-allow-private-network': 'true' } : {}),
  };
}
