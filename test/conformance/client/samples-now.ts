/** Requests that break, and others that keep, what binds clients in the versions of today only. */
import type { RecordedRequest } from '../../../conformance/client/recorded.ts';
import { factsOf, get, plainest, request } from './requests.ts';

export interface RequirementSample {
  /** Requests of which the last, or an item before it, breaks the requirement. */
  breaks: RecordedRequest[];
  /** The same that do not. */
  keeps: RecordedRequest[];
}

const matomo = factsOf('piwik', '5');
const token = 'a'.repeat(32);
const time = Date.UTC(2025, 2, 4, 12);
const event = { e: 'pv', p: 'web', tv: 'js-3.1.0' };
const schema = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4';

const m = (query: string) => ({ ...get(matomo, `${plainest(matomo)}&${query}`), time });
const bulk = (body: unknown) => request({ method: 'POST', path: '/matomo.php', body: JSON.stringify(body) });
const s = (query: string, path = '/i') => request({ path, query });
const document = (name: string, value: unknown) => s(`e=ue&${name}=${encodeURIComponent(JSON.stringify(value))}`);
const wrapper = (name: string, data: unknown, version = '1-0-0') => ({
  schema: `iglu:com.snowplowanalytics.snowplow/${name}/jsonschema/${version}`,
  data,
});
const own = { schema: 'iglu:com.example/a/jsonschema/1-0-0', data: { a: 1 } };

function posted(data: unknown, parts: { envelope?: string; type?: string; path?: string; query?: string } = {}) {
  const { envelope = schema, type = 'application/json; charset=utf-8', query = '' } = parts;
  return request({
    method: 'POST',
    path: parts.path ?? '/com.snowplowanalytics.snowplow/tp2',
    query,
    headers: { 'content-type': type },
    body: JSON.stringify({ schema: envelope, data }),
  });
}

const batch = posted([event, { ...event, e: 'pp' }]);

/** By requirement. */
export const samplesNow: Readonly<Record<string, RequirementSample>> = {
  'piwik.authentication.token-beside': {
    breaks: [m('cip=192.0.2.1')],
    keeps: [m(`cip=192.0.2.1&token_auth=${token}`), m('cid=0123456789abcdef&new_visit=1')],
  },
  'piwik.bulk.usable-entries': {
    breaks: [bulk({ requests: [plainest(matomo)] }), bulk({ requests: [1] })],
    keeps: [
      bulk({
        requests: [`?${plainest(matomo)}`, `http://h.example/matomo.php?${plainest(matomo)}`, { idsite: 1, rec: 1 }],
      }),
    ],
  },
  'piwik.client-time.old-needs-token': {
    breaks: [m('cdt=2025-03-03+11:59:59')],
    keeps: [m('cdt=2025-03-03+12:00:01'), m(`cdt=1700000000&token_auth=${token}`), m('cdt=2025-03-05+00:00:00')],
  },
  'piwik.content.name-beside': { breaks: [m('c_p=a.png')], keeps: [m('c_n=a&c_p=a.png')] },
  'piwik.event.both-sent': { breaks: [m('e_c=Videos'), m('e_n=a')], keeps: [m('e_c=Videos&e_a=Play&e_n=a')] },
  'piwik.transport.form-type': {
    breaks: [
      request({
        method: 'POST',
        path: '/matomo.php',
        headers: { 'content-type': 'text/plain' },
        body: plainest(matomo),
      }),
    ],
    keeps: [
      { ...m(''), method: 'POST' },
      request({
        method: 'POST',
        path: '/matomo.php',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: plainest(matomo),
      }),
    ],
  },
  'snowplow.encoding.empty-value': { breaks: [s('e=pv&vid=')], keeps: [s('e=pv&page=&vid=1')] },
  'snowplow.network-user.uuid-in-query': {
    breaks: [s('e=pv&nuid=abc')],
    keeps: [s('e=pv&nuid=ecdff4d0-9175-40ac-a8bb-325c49733607'), posted([{ ...event, nuid: 'abc' }])],
  },
  'snowplow.payload-data.content-type': {
    breaks: [posted([event], { type: 'text/plain' }), posted([event], { type: '' })],
    keeps: [
      batch,
      posted([event], { type: 'application/json' }),
      posted([event], { type: 'application/json;charset=UTF-8' }),
    ],
  },
  'snowplow.payload-data.envelope': {
    breaks: [posted([event], { envelope: schema.replace('1-0-4', '2-0-0') }), posted({})],
    keeps: [batch, posted([event], { envelope: schema.replace('1-0-4', '1-0-0') })],
  },
  'snowplow.payload-data.known-names': {
    breaks: [posted([{ ...event, foo: 'x' }]), posted([event, { ...event, ev_ca: 'x' }])],
    keeps: [posted([event], { query: 'foo=x' }), posted([{ ...event, mac: 'x' }])],
  },
  'snowplow.payload-data.not-empty': { breaks: [posted([])], keeps: [batch] },
  'snowplow.payload-data.path': {
    breaks: [posted([event], { path: '/i' })],
    keeps: [batch, posted([event], { path: '/com.acme/tp2' })],
  },
  'snowplow.payload-data.required': {
    breaks: [posted([event, { e: 'pv', tv: 'js-3.1.0' }]), posted([{ e: 'pv', p: 'web' }], { query: 'tv=js-3' })],
    keeps: [batch, s('e=pv')],
  },
  'snowplow.payload-data.strings': {
    breaks: [posted([{ ...event, dtm: 1361553733313 }]), posted([1])],
    keeps: [posted([{ ...event, dtm: '1361553733313' }])],
  },
  'snowplow.redirect.target': {
    breaks: [s('e=pv', '/r/tp2')],
    keeps: [s('u=http%3A%2F%2Fexample.org%2F', '/r/tp2'), s('e=pv')],
  },
  'snowplow.self-describing.event-wrapper': {
    breaks: [document('ue_pr', own), document('ue_pr', wrapper('unstruct_event', { a: 1 })), s('e=ue&ue_px=e30')],
    keeps: [document('ue_pr', wrapper('unstruct_event', own)), s('e=ue'), s('e=ue&ue_pr=no+document')],
  },
  'snowplow.self-describing.contexts-wrapper': {
    breaks: [
      document('co', wrapper('contexts', [])),
      document('co', wrapper('contexts', [own, {}])),
      document('co', [own]),
      s('e=pv&cx=W10'),
    ],
    keeps: [document('co', wrapper('contexts', [own])), document('co', wrapper('contexts', [], '1-0-1'))],
  },
};

/** Requirements of today that no verdict shows, and why. */
export const unjudgedNow: Readonly<Record<string, string>> = {
  'piwik.transport.endpoints': 'A request to another path is no tracking request, and said to be none.',
};
