/** What the Snowplow pipeline of today makes of one query, as far as the known target `snowplow-micro` tells of it. */
import { randomUUID } from 'node:crypto';
import { facts } from '../../../generated/snowplow/tp2/facts.ts';

export type Event = Record<string, unknown>;
export type Enriched = { event: Event } | { faults: { path: string; message: string }[] };

const names: Readonly<Record<string, [name: string, vendor?: string]>> = {
  pv: ['page_view', 'com.snowplowanalytics.snowplow'],
  pp: ['page_ping', 'com.snowplowanalytics.snowplow'],
  tr: ['transaction', 'com.snowplowanalytics.snowplow'],
  ti: ['transaction_item', 'com.snowplowanalytics.snowplow'],
  se: ['struct', 'com.google.analytics'],
  ev: ['struct', 'com.google.analytics'],
  ue: ['unstruct'],
};
const platforms = ['web', 'iot', 'app', 'mob', 'pc', 'cnsl', 'tv', 'srv', 'headset'];
const ports: Readonly<Record<string, number>> = { https: 443 };
/** Of columns that have the longest texts; others may have 255. */
const limits: Readonly<Record<string, number>> = {
  ...{ page_url: 10_000, page_referrer: 10_000, useragent: 1_000, page_title: 2_000, v_tracker: 100, doc_charset: 128 },
  ...{ user_ipaddress: 128, domain_userid: 128, network_userid: 128, user_fingerprint: 128, br_colordepth: 12 },
  ...{ se_category: 1_000, se_action: 1_000, se_property: 1_000, se_label: 4_096, ti_currency: 3, tr_currency: 3 },
};

/** Tabs become blanks, other control characters go, and nothing is no value. */
const safe = (text: string) => text.replace(/\t/g, '    ').replace(/\p{Cc}/gu, '') || null;

/** One converter a wire form; each throws a sentence. */
const forms: Readonly<Record<string, (text: string) => unknown[]>> = {
  text: (text) => [safe(text)],
  url: (text) => [safe(text)],
  'ip-address': (text) => [safe(text.split(/[,| ]/)[0] ?? '')],
  integer: (text) => [/^null$/i.test(text) ? null : number(text, /^[+-]?\d+$/, 2 ** 31)],
  decimal: (text) => [/^null$/i.test(text) ? null : decimal(text)],
  flag: (text) => [text === '1' || (text !== '0' && fail('is neither 1 nor 0'))],
  dimensions: (text) =>
    (/^(\d+)x(\d+)$/.exec(text) ?? fail('is no size')).slice(1).map((one) => number(one, /./, 2 ** 31)),
  'epoch-millis': (text) => [new Date(number(text, /^[+-]?\d+$/, 253_402_300_800_000)).toISOString()],
  uuid: (text) => [/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : fail('is no UUID')],
  json: (text) => [selfDescribing(text)],
  'base64-json': (text) => [selfDescribing(Buffer.from(text, 'base64url').toString())],
};

function fail(message: string): never {
  throw new Error(message);
}

/** Decimals are written with all their digits. */
function decimal(text: string): unknown {
  const plain = /^([+-]?)0*(\d*)(?:\.(\d*))?([eE][+-]?\d+)?$/.exec(text) ?? fail('is no number');
  const [, sign, whole, fraction, exponent = ''] = plain;
  if (!whole && !fraction && !/0/.test(text)) fail('is no number');
  const digits = `${sign === '-' ? '-' : ''}${whole || '0'}.${fraction || '0'}${exponent}`;
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(digits);
}

function number(text: string, pattern: RegExp, limit: number): number {
  return pattern.test(text) && Number(text) < limit && Number(text) >= -limit
    ? Number(text)
    : fail('is no such number');
}

/** Only documents that name a schema Micro can find pass; the suite of 2014 knows none. */
function selfDescribing(text: string): unknown {
  const { schema } = JSON.parse(text) as { schema?: unknown };
  return typeof schema === 'string' && schema.startsWith('iglu:com.snowplowanalytics.snowplow/')
    ? JSON.parse(text)
    : fail('is not self-describing');
}

export function enrich(
  query: string,
  headers: Readonly<Record<string, string | undefined>>,
  address: string,
): Enriched {
  const values = new Map(new URLSearchParams(query));
  const event: Event = Object.fromEntries((facts.records.events ?? []).map(({ column }) => [column, null]));
  const now = new Date().toISOString();
  Object.assign(event, {
    event_id: randomUUID(),
    collector_tstamp: now,
    etl_tstamp: now,
    v_collector: 'ssc',
    v_etl: 'snowplow-micro-4.5.2',
  });
  Object.assign(event, {
    user_ipaddress: address,
    useragent: headers['user-agent'] ?? null,
    contexts: {},
    derived_contexts: {},
  });
  event.network_userid = /(?:^|; )sp=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? randomUUID();
  const faults: { path: string; message: string }[] = [];
  for (const [name, text] of values) {
    const parameter = facts.parameters[name as keyof typeof facts.parameters];
    if (parameter === undefined || parameter.columns.length === 0) continue;
    try {
      const read = name === 'e' ? codeOf(text) : name === 'p' ? platformOf(text) : forms[parameter.wireForm]?.(text);
      for (const [index, { column }] of parameter.columns.entries()) event[column] = read?.[index] ?? null;
    } catch (error) {
      faults.push({ path: name, message: (error as Error).message });
    }
  }
  if (!values.has('e')) faults.push({ path: 'e', message: 'is missing' });
  // The collector takes it for its own mark of the user, which must be a UUID.
  if (values.has('nuid') && !/^[\da-f-]{36}$/i.test(values.get('nuid') ?? ''))
    faults.push({ path: 'nuid', message: 'is no UUID' });
  [event.event, event.event_vendor] = names[values.get('e') ?? ''] ?? [];
  if (event.page_url === null) event.page_url = headers.referer ?? null;
  addParts(event, 'page_url', event.page_url);
  addParts(event, 'refr_url', event.page_referrer);
  for (const [column, value] of Object.entries(event)) {
    if (typeof value === 'string' && value.length > (limits[column] ?? 255))
      faults.push({ path: column, message: 'is too long' });
  }
  return faults.length > 0 ? { faults } : { event };
}

function codeOf(text: string): unknown[] {
  return names[text]?.slice(0, 1) ?? fail('is no kind of event');
}

function platformOf(text: string): unknown[] {
  return platforms.includes(text) ? [text] : fail('is no platform');
}

function addParts(event: Event, prefix: string, url: unknown): void {
  const parts =
    /^([a-z][a-z0-9+.-]*):\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d+))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is.exec(
      String(url ?? ''),
    );
  if (parts === null) return;
  const [, scheme = '', host, port, path, query, fragment] = parts;
  Object.assign(event, {
    [`${prefix}scheme`]: scheme,
    [`${prefix}host`]: host,
    [`${prefix}port`]: Number(port ?? ports[scheme] ?? 80),
  });
  Object.assign(event, {
    [`${prefix}path`]: path || null,
    [`${prefix}query`]: query || null,
    [`${prefix}fragment`]: fragment || null,
  });
}
