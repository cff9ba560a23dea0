/** Every requirement that binds clients is broken by some request here, or it is said why none can show it. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../conformance/client/finding.ts';
import type { RecordedRequest } from '../../../conformance/client/recorded.ts';
import { JudgeStream } from '../../../conformance/client/session/judge-stream.ts';
import type { Facts } from '../../../generated/model.ts';
import { get, piwik, plainest, request, snowplow, versions } from './requests.ts';
import { type RequirementSample, samplesNow, unjudgedNow } from './samples-now.ts';

const p = (query: string, headers: Record<string, string> = {}) => get(piwik, `${plainest(piwik)}&${query}`, headers);
const s = (query: string) => get(snowplow, query);
const bulk = (body: unknown, method = 'POST') => request({ method, path: '/piwik.php', body: JSON.stringify(body) });
const entry = `?${plainest(piwik)}`;
const token = 'a'.repeat(32);

const samples: Readonly<Record<string, RequirementSample>> = {
  ...samplesNow,
  'piwik.authentication.token-sent': { breaks: [p('cip=192.0.2.1')], keeps: [p(`cip=192.0.2.1&token_auth=${token}`)] },
  'piwik.authentication.not-in-a-browser': {
    breaks: [p(`token_auth=${token}`, { 'user-agent': 'Mozilla/5.0 (X11)', referer: 'http://shop.example/' })],
    keeps: [
      p(`token_auth=${token}`, { 'user-agent': 'Mozilla/5.0 (X11)' }),
      p(`token_auth=${token}`, { referer: 'http://x/' }),
    ],
  },
  'piwik.bulk.token': {
    breaks: [bulk({ requests: [entry] })],
    keeps: [bulk({ requests: [entry], token_auth: token })],
  },
  'piwik.bulk.requests': {
    breaks: [bulk({ requests: 1, token_auth: token })],
    keeps: [bulk({ requests: [entry], token_auth: token })],
  },
  'piwik.bulk.query-strings': {
    breaks: [bulk({ requests: [1], token_auth: token })],
    keeps: [bulk({ requests: [entry], token_auth: token })],
  },
  'piwik.bulk.post-to-endpoint': {
    breaks: [bulk({ requests: [entry], token_auth: token }, 'PUT')],
    keeps: [bulk({ requests: [entry], token_auth: token })],
  },
  'piwik.client-time.encoded': { breaks: [p('cdt=2014-01-20 10:00:00')], keeps: [p('cdt=2014-01-20+10%3A00%3A00')] },
  'piwik.client-time.forwards': {
    breaks: [p('_id=00112233445566aa&cdt=2014-01-20+10:00:00'), p('_id=00112233445566aa&cdt=2014-01-20+09:00:00')],
    keeps: [p('_id=00112233445566aa&cdt=2014-01-20+10:00:00'), p('_id=00112233445566aa&cdt=2014-01-20+11:00:00')],
  },
  'piwik.download.same-url': {
    breaks: [p('download=http%3A%2F%2Fx.example%2Ff.pdf')],
    keeps: [get(piwik, 'idsite=1&rec=1&url=http%3A%2F%2Fx.example%2Ff&download=http%3A%2F%2Fx.example%2Ff')],
  },
  'piwik.outlink.same-url': {
    breaks: [p('link=http%3A%2F%2Fx.example%2F')],
    keeps: [get(piwik, 'idsite=1&rec=1&url=http%3A%2F%2Fx.example%2Ff&link=http%3A%2F%2Fx.example%2Ff')],
  },
  'piwik.site-search.count-sent': { breaks: [p('search=shoes')], keeps: [p('search=shoes&search_count=0')] },
  'piwik.site-search.category-needs-search': { breaks: [p('search_cat=a')], keeps: [p('search=b&search_cat=a')] },
  'piwik.site-search.count-needs-search': { breaks: [p('search_count=1')], keeps: [p('search=b&search_count=1')] },
  'piwik.transport.in-query': {
    breaks: [
      request({
        method: 'POST',
        path: '/piwik.php',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: plainest(piwik),
      }),
    ],
    keeps: [p('')],
  },
  'piwik.transport.url-encoded': { breaks: [p('action_name=a b')], keeps: [p('action_name=a%20b')] },
  'piwik.transport.fresh-random': { breaks: [p('rand=1&h=1'), p('rand=1&h=2')], keeps: [p('rand=1'), p('rand=2')] },
  'piwik.visitor-counters.count-raised': {
    breaks: [p('_id=00112233445566aa&_idvc=2'), p('_id=00112233445566aa&_idvc=1')],
    keeps: [p('_id=00112233445566aa&_idvc=1'), p('_id=00112233445566aa&_idvc=2')],
  },
  'piwik.visitor-counters.seconds': { breaks: [p('_idts=1390212000000')], keeps: [p('_idts=1390212000')] },
  'piwik.visitor-detection.id-stays': {
    breaks: [
      p('_id=00112233445566aa&_idts=1390000000&_viewts=1390100000'),
      p('_id=00112233445566bb&_idts=1390000000&_viewts=1390100000'),
    ],
    keeps: [p('_id=00112233445566aa'), p('_id=00112233445566bb')],
  },
  'snowplow.duplicates.own-tid': {
    breaks: [s('e=pv&tid=1'), s('e=pp&tid=1')],
    keeps: [s('e=pv&tid=1'), s('e=pp&tid=2')],
  },
  'snowplow.ecommerce.transaction-event': { breaks: [s('e=pv&tr_id=1')], keeps: [s('e=tr&tr_id=1')] },
  'snowplow.ecommerce.item-events': {
    breaks: [s('e=tr&tr_id=1&ti_sk=1')],
    keeps: [s('e=tr&tr_id=1'), s('e=ti&ti_id=1&ti_sk=1')],
  },
  'snowplow.ecommerce.items-follow': { breaks: [s('e=ti&ti_id=1')], keeps: [s('e=tr&tr_id=1'), s('e=ti&ti_id=1')] },
  'snowplow.ecommerce.order-identifier': {
    breaks: [s('e=tr&tr_id=1'), s('e=ti&ti_id=2')],
    keeps: [s('e=tr&tr_id=1'), s('e=ti&ti_id=1')],
  },
  'snowplow.encoding.well-formed': { breaks: [s('e=pv&other=%')], keeps: [s('e=pv&other=%25')] },
  'snowplow.event.parameters-of-kind': { breaks: [s('e=pv&se_ca=a')], keeps: [s('e=se&se_ca=a')] },
  'snowplow.network-user.domain-id-stays': {
    breaks: [s('e=pv&duid=a&nuid=n'), s('e=pv&duid=b&nuid=n')],
    keeps: [s('e=pv&duid=a&nuid=n'), s('e=pv&duid=b&nuid=m')],
  },
  'snowplow.page-ping.offsets': {
    breaks: [s('e=pp&pp_mix=0')],
    keeps: [s('e=pp&pp_mix=0&pp_max=0&pp_miy=0&pp_may=0')],
  },
  'snowplow.platform.web-parameters': {
    breaks: [s('e=pv&p=srv&page=a')],
    keeps: [s('e=pv&p=web&page=a'), s('e=pv&page=a')],
  },
  'snowplow.platform.device-parameters': {
    breaks: [s('e=pv&p=web&mac=12:34:56:78:9A:BC')],
    keeps: [s('e=pv&p=iot&mac=12:34:56:78:9A:BC')],
  },
  'snowplow.repeated-names.once': { breaks: [s('e=pv&page=a&page=b')], keeps: [s('e=pv&page=a')] },
  'snowplow.time.client-stamp': {
    breaks: [s('e=pv&p=srv')],
    keeps: [s('e=pv&p=srv&dtm=1361553733313'), s('e=pv&p=web')],
  },
  'snowplow.time.milliseconds': {
    breaks: [s('e=pv&dtm=1361553733')],
    keeps: [s('e=pv&dtm=1361553733313'), s('e=pv&dtm=0')],
  },
  'snowplow.time.forwards': {
    breaks: [s('e=pv&duid=a&dtm=1361553733313'), s('e=pv&duid=a&dtm=1361553633313')],
    keeps: [s('e=pv&duid=a&dtm=1361553733313'), s('e=pv&duid=a&dtm=1361553733313')],
  },
  'snowplow.transport.sent-by-get': {
    breaks: [request({ method: 'POST', path: '/i', query: 'e=pv' })],
    keeps: [s('e=pv')],
  },
  'snowplow.transport.in-query': { breaks: [request({ path: '/i', body: 'e=pv' })], keeps: [s('e=pv')] },
  'snowplow.unknown-parameters.listed': { breaks: [s('e=pv&unheard=1')], keeps: [s('e=pv')] },
  'snowplow.unstructured.one-form': { breaks: [s('e=ue&ue_pr=%7B%7D&ue_px=e30')], keeps: [s('e=ue&ue_px=e30')] },
};

/** Requirements that no single verdict shows, and why. */
const unjudged: Readonly<Record<string, string>> = {
  ...unjudgedNow,
  'piwik.bulk.question-mark': 'It allows something and asks for nothing.',
  'piwik.bulk.seed-example': 'An example; the tests of bulk requests judge it.',
  'piwik.request-kinds.seed-example': 'An example of what is stored.',
  'piwik.custom-variables.keyed-by-slot': 'It is the form of _cvar and cvar, and judged as that.',
  'piwik.transport.endpoint': 'A request to another path is no tracking request, and said to be none.',
};

function found({ protocol, version }: Facts, requests: readonly RecordedRequest[]): Finding[] {
  const stream = new JudgeStream({ protocol, version });
  const judged = requests.map((recorded) => stream.judge(recorded));
  for (const each of judged) stream.settle(each);
  return judged.flatMap(({ hits }) => hits.flatMap(({ findings }) => findings));
}

function boundClients(facts: Facts): string[] {
  return Object.values(facts.requirements)
    .filter(({ binds, rule }) => binds !== 'server' && rule !== undefined)
    .map(({ id }) => id);
}

describe.each(versions.map((facts) => [`${facts.protocol} ${facts.version}`, facts] as const))('%s', (_, facts) => {
  it('has a sample or a reason for each requirement that binds clients', () => {
    expect(boundClients(facts).filter((id) => !samples[id] && !unjudged[id])).toEqual([]);
  });

  it.each(boundClients(facts).filter((id) => samples[id]))('%s is found where it is broken, and only there', (id) => {
    const of = (requests: readonly RecordedRequest[]) =>
      found(facts, requests).filter(({ requirement }) => requirement === id);
    const findings = of(samples[id]?.breaks ?? []);
    expect(findings[0]).toMatchObject({ requirement: id, level: facts.requirements[id]?.level });
    for (const { message } of findings) expect(message).toMatch(/\. Expected: .+\. .+\. .+\.$/);
    // Each sample of today breaks it by itself.
    if (samplesNow[id]) expect(samples[id]?.breaks.filter((one) => of([one]).length === 0)).toEqual([]);
    expect(of(samples[id]?.keeps ?? [])).toEqual([]);
  });
});

it('has no sample of a requirement that is gone', () => {
  const known = versions.flatMap(boundClients);
  expect([...Object.keys(samples), ...Object.keys(unjudged)].filter((id) => !known.includes(id))).toEqual([]);
});
