import type { ReadHit } from '../hit.ts';

/**
 * What tells one client from another without asking for its visitor id: protocol, site, the tracker it talks to, and
 * the address and agent it has. Several visitors may share all of them, so what rests on this alone is no warning.
 */
export function clientOf(hit: ReadHit): string {
  const known = clients.get(hit);
  if (known !== undefined) return known;
  const client = nameOfClient(hit);
  clients.set(hit, client);
  return client;
}

/** Several rules ask about the same hit, and the name is long. */
const clients = new WeakMap<ReadHit, string>();

function nameOfClient({ request, values, facts }: ReadHit): string {
  const { headers, address } = request;
  const agent = values.get('ua') ?? headers['user-agent'];
  return `${siteOf({ facts, values })}\n${headers.host}\n${values.get('cip') ?? address}\n${agent}`;
}

/** The site or application a hit belongs to. */
export function siteOf({ facts, values }: Pick<ReadHit, 'facts' | 'values'>): string {
  const site = facts.protocol === 'piwik' ? values.get('idsite') : (values.get('aid') ?? values.get('said'));
  return `${facts.protocol}\n${site}`;
}

/** The name of the parameter that carries the visitor id of a protocol. */
export function visitorParameter({ facts, values }: ReadHit): 'cid' | '_id' | 'duid' {
  if (facts.protocol === 'snowplow') return 'duid';
  return values.get('cid') ? 'cid' : '_id';
}

/** The visitor a hit names, as a key; undefined when it names none. */
export function visitorOf(hit: ReadHit): string | undefined {
  const id = hit.values.get(visitorParameter(hit));
  return id ? `${siteOf(hit)}\n${id}` : undefined;
}

/** The value of one cookie of a request. */
export function cookieOf({ request }: ReadHit, name: string): string | undefined {
  const cookies = request.headers.cookie;
  if (!cookies) return undefined;
  for (const cookie of cookies.split(';')) {
    const [key, value] = cookie.trim().split(/=(.*)/s);
    if (key === name && value) return value;
  }
  return undefined;
}
