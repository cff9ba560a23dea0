/** Hits that touch every rule once: a fault that changes nothing of what they leave is none. */
import type { PiwikOptions } from '../../reference-server/settings/settings.ts';
import type { RecordedRequest } from './replay.ts';
import { hit, later, noon, type Parameters, siteAdmin, superUser, viewer } from './tracked.ts';

export interface Probe {
  requests: RecordedRequest[];
  options: Partial<PiwikOptions>;
}

const probe = (...requests: RecordedRequest[]): Probe => ({ requests, options: {} });
const withHeaders = (headers: Record<string, string>, parameters: Parameters = {}) => {
  const plain = hit(parameters);
  return { ...plain, headers: { ...plain.headers, ...headers } };
};
const by = (token_auth: string, parameters: Parameters = {}) => hit({ token_auth, ...parameters });

const everything = {
  action_name: ' One / / Two / Three ',
  url: 'http://EXAMPLE.org/a;x=1?b=2&gclid=3&sid=9',
  urlref: 'http://www.google.com/search?q=word&x=1',
  res: '1920x1080',
  h: 7,
  m: 8,
  s: 9,
  _idvc: 3,
  _idts: noon - 10 * 86400,
  _viewts: noon - 2 * 86400,
  gt_ms: 250,
  rand: 12345,
  apiv: 1,
  cs: 'utf-8',
  data: '{}',
  _idn: 1,
  r: 123,
  send_image: 1,
  dp: 1,
  ping: 1,
  e_cvar: '{}',
  _ects: noon - 86400 * 3,
  _cvar: '{"1":[" a ","b"],"9":["c","d"]}',
  cvar: '{"2":["e","f"],"4":"x"}',
  fla: 1,
  java: 1,
  dir: 1,
  qt: 1,
  realp: 1,
  pdf: 1,
  wma: 1,
  gears: 1,
  ag: 1,
  cookie: 1,
  lang: 'de-at',
  ua: 'Opera/9.63 (Windows NT 5.1; U; en) Presto/2.1.1',
};
const overrides = { country: 'at', region: '09', city: 'Wien', lat: '48.123456', long: '16.375' };
const items = '[["S1","N1",["A","B"],10.55,2],["S2","N2","C"]]';
const wide = ` ${'long '.repeat(60)}😀 `;
const cid = { cid: '00000000000000AB', token_auth: superUser };
const noId = { _id: '' };
const other = { address: '198.51.100.3' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const singles: Probe[] = [
  { _idvc: 3 },
  { _id: 'af344a398df83874 ' },
  { _id: 'F'.repeat(16) },
  { url: 'http://example.org/?pk_campaign=C&pk_kwd=K' },
  { urlref: 'http://example.org/before' },
  { token_auth: superUser, city: wide },
  { token_auth: superUser, long: '16.123456' },
  { idgoal: 0, ec_id: 'O1', ec_st: '0.01' },
].map((parameters) => probe(hit(parameters)));

const pages: Probe[] = [
  probe(
    hit(everything),
    later(60, { ...everything, url: 'http://example.org/b', urlref: 'http://b.example/', _rcn: 'x' }),
  ),
  probe(by(superUser, { ...overrides, cip: '2001:db8::7', cdt: noon - 90_000 }), by(superUser, { country: 'fr' })),
  probe(by(superUser, { cip: '198.51.100.77', cdt: '2011-04-05 00:11:42' })),
  probe(hit({ ...overrides, cip: '198.51.100.77', cdt: noon - 90, cid: 'c'.repeat(16) }), later(9, { new_visit: 1 })),
  probe(hit(), hit({ idsite: 3 }), hit({ idsite: 99 }), hit({ rec: 0 }), hit({ rec: '' })),
  probe(hit({ url: 'http://example.org/p#frag' }), hit({ url: 'https://www.example.org/p?utm_source=x' })),
  probe(hit({ url: 'http://example.org/p?x=1&phpsessid=2', action_name: 'x' }), hit({ search: 'x', action_name: 'x' })),
  probe(hit({ url: `http://example.org:8080/é日#x`, urlref: 'http://website.example/日', action_name: wide })),
  probe(hit({ url: 'http://example.org/?q=found', search_cat: 'c', search_count: 4, action_name: 'T' })),
  probe(hit({ url: 'http://example.org/plain', search_cat: 'c', search_count: 4 })),
  probe(
    hit({ search: 'kw', search_cat: 'c', search_count: 0, gt_ms: 3_599_999 }),
    later(10, { search: wide, search_cat: wide }),
  ),
  probe(
    hit({ link: 'http://out.example/#x', action_name: 'T', gt_ms: 9 }),
    later(5, { download: 'http://example.org/é.zip#y', action_name: 'T' }),
  ),
  probe(
    hit({ link: 'http://out.example/a' }),
    later(5, { link: 'http://out.example/b' }),
    later(9, { download: 'http://a/b' }),
    later(12, { download: 'http://a/c' }),
  ),
  probe(
    hit({ e_c: 'Cat', e_a: 'Act', e_n: 'Name', e_v: '12.5' }),
    later(5, { e_c: wide, e_a: wide, e_n: wide, e_v: '0.01' }),
  ),
  probe(hit({ e_c: 'only' }), later(5, { e_c: 'c', e_a: 'a', gt_ms: 0 }), later(9, { gt_ms: 4_000_000 })),
  probe(hit({ link: 'http://a/', download: 'http://b/', e_c: 'c', e_a: 'a', search: 's', idgoal: 7 })),
  probe(hit({ download: 'http://b/', idgoal: 7 }), later(1, { link: 'http://a/', download: 'http://b/' })),
  probe(hit({ link: 'http://a/', e_c: 'c', e_a: 'a' }), later(1, { search: 's', e_c: 'c', e_a: 'a' })),
  probe(hit({ gt_ms: 1_000_001, lang: 'fr', _cvar: '{' }), hit({ cvar: '{"1":["a","b"],"x":1}' })),
  probe(hit({ lang: 'fr,en' }), hit({ h: 5 }), later(60, { lang: 'de-de', h: 6, urlref: 'http://website.example/' })),
  probe(hit({ _idts: noon - 5 * 365 * 86400, _viewts: noon - 43_200 * 3, _ects: noon - 4 * 365 * 86400 })),
  probe(
    hit({ unknown: 1, action_name: 'T' }),
    hit({ ACTION_NAME: 'U' }),
    hit({ url: 'http://example.org/x', _id: 'af344a398df83874 ' }),
  ),
];

const visits: Probe[] = [
  ...[600, 1750, 1801, 7200].map((gap) => probe(hit({ action_name: 'A' }), later(gap, { action_name: 'B' }))),
  probe(
    ...[0, 1000, 2000].map((seconds) =>
      later(seconds, { url: `http://example.org/${seconds}`, action_name: `T${seconds}` }),
    ),
  ),
  probe(hit(), later(-600), later(60, { new_visit: 1, token_auth: superUser })),
  probe(hit(), later(60, {}, other), later(90, { _id: 'f'.repeat(16) }, other)),
  probe(hit(), later(60, { _id: 'F'.repeat(16) }), later(70, {}, other)),
  probe(hit({ _id: 'e'.repeat(16) }, other), hit(), later(5, { _id: 'e'.repeat(16) })),
  probe(hit(noId), later(60, noId), later(70, { ...noId, res: '1x2' }), later(80, { ...noId, fla: 1 })),
  probe(hit({ ...noId, lang: 'fr' }), later(1, { ...noId, lang: 'de' }), later(2, { ...noId, ua: 'x' })),
  probe(
    ...['Windows NT 6.1; rv:26.0', 'Windows NT 6.2; rv:26.0'].map((os) =>
      hit({ ...noId, ua: `Mozilla/5.0 (${os}) Gecko/20100101 Firefox/26.0` }),
    ),
  ),
  probe(
    ...['26.0', '27.0'].map((v) =>
      hit({ ...noId, ua: `Mozilla/5.0 (Windows NT 6.1; rv:${v}) Gecko/20100101 Firefox/${v}` }),
    ),
  ),
  probe(
    ...['Chrome/26.0', 'Firefox/26.0'].map((browser) =>
      hit({ ...noId, ua: `Mozilla/5.0 (Windows NT 6.1) ${browser}` }),
    ),
  ),
  probe(hit(noId, other), hit({ ...noId }, { address: '198.51.100.4' })),
  probe(hit(cid), later(60, { cid: 'd'.repeat(16), token_auth: superUser }), later(70, cid), later(3000, cid)),
  probe(
    hit(),
    later(30, { _cvar: '{"3":["x","y"]}' }),
    later(60, { _cvar: '{"1":["k","v"]}', cvar: '{"5":["p","q"]}' }),
  ),
];

const conversions: Probe[] = [
  probe(
    hit({ idgoal: 7, revenue: '42.56' }),
    later(9, { idgoal: 7 }),
    later(20, { idgoal: 8 }),
    later(30, { idgoal: 8 }),
    later(40),
  ),
  probe(
    hit({ idgoal: 8, revenue: '123456.7' }),
    hit({ idgoal: 99 }),
    hit({ idsite: 2, idgoal: 1 }),
    hit({ revenue: 5 }),
  ),
  probe(
    hit({ urlref: 'http://web.example/' }),
    later(1700, { idgoal: 7 }),
    later(1900, { idgoal: 8, _ref: 'http://a.example/x', _refts: noon - 86400 }),
  ),
  probe(hit({ idgoal: 7, _rcn: 'Camp', _rck: 'Key', _refts: noon - 86400, _cvar: '{"1":["a","b"]}' })),
  probe(hit({ idgoal: 7, _rcn: '<camp>', _rck: '<key>', _refts: noon - 5 * 365 * 86400 })),
  probe(hit({ idgoal: 7, _ref: 'http://www.google.com/search?q=%E6%97%A5', _refts: noon })),
  probe(
    hit({ url: 'http://example.org/thank-you' }),
    later(1, { url: 'http://example.org/Exact/x' }),
    later(2, { url: 'http://example.org/multi/1' }),
  ),
  probe(
    hit({ action_name: 'Special offer' }),
    hit({ download: 'http://a/archive.pdf' }),
    hit({ link: 'http://partner.example/' }),
  ),
  probe(
    hit({
      idgoal: 0,
      ec_id: 'O1',
      revenue: '24.98',
      ec_st: '20.01',
      ec_tx: '2.02',
      ec_sh: '1.03',
      ec_dt: '0.44',
      ec_items: items,
    }),
  ),
  probe(
    hit({
      idgoal: 0,
      ec_id: wide,
      revenue: '0',
      ec_st: '0',
      ec_tx: '0.01',
      ec_sh: '1000000',
      ec_dt: '1000000',
      ec_items: items,
    }),
  ),
  probe(
    hit({ idgoal: 0, revenue: 5, ec_items: items }),
    later(9, { idgoal: 0, revenue: 6, ec_items: '[["S2","N2","C",1,1]]' }),
  ),
  probe(
    hit({ idgoal: 0, revenue: 5, ec_items: items }),
    later(9, { idgoal: 0, ec_id: 'O1', revenue: 6, ec_items: items }),
  ),
  probe(
    hit({ idgoal: 0, ec_id: 'O1', revenue: 6 }),
    later(9, { idgoal: 0, ec_id: 'O1', revenue: 7 }),
    hit({ ec_id: 'O2' }),
  ),
];

const bulk = (requests: unknown[], token_auth = superUser): RecordedRequest => {
  return { ...hit(), method: 'POST', query: '', body: JSON.stringify({ requests, token_auth }) };
};
const entry = 'idsite=1&rec=1&url=http://example.org/b&res=1x2&cdt=1390000000';
const post = (query: string, body: string) => ({ ...withHeaders(form), method: 'POST', query, body });

const requests: Probe[] = [
  probe(bulk([`?${entry}`, `http://h/piwik.php?${entry}&x=1`, { idsite: 1, rec: 1 }, `?${entry}&action_name=a b`])),
  probe(bulk([`?${entry}`], viewer), bulk([`?${entry}`], siteAdmin), bulk([`?${entry}`], 'wrong')),
  probe(bulk(Array.from({ length: 1001 }, () => `?${entry}`))),
  probe(
    by(superUser, { country: 'de' }),
    by(siteAdmin, { country: 'fr', cdt: noon - 9999 }),
    by(viewer, { cdt: noon - 9999 }),
  ),
  probe(by(siteAdmin, { idsite: 2, country: 'de' }), by('wrong', { country: 'de' })),
  probe(post('', 'idsite=1&rec=1&url=http://example.org/form'), post('idsite=1&rec=1&action_name=q', 'action_name=b')),
  probe({ ...hit(), query: '' }, { ...hit(), method: 'POST', headers: { origin: 'http://o.example' } }),
  probe(
    withHeaders({ 'user-agent': 'Googlebot/2.1' }),
    withHeaders({ 'user-agent': 'Googlebot/2.1' }, { bots: 1 }),
    withHeaders({ 'user-agent': 'Googlebot/2.1' }),
  ),
  probe(withHeaders({ 'user-agent': 'BadAgent' }, { idsite: 2 }), by(superUser, { idsite: 2, cip: '10.9.8.7' })),
  probe(withHeaders({ 'x-moz': 'prefetch' }), withHeaders({ cookie: 'piwik_ignore=ignore%3D*' })),
  { requests: [withHeaders({ dnt: '1' })], options: { do_not_track: true } },
  { requests: [hit()], options: { record_statistics: false } },
  { requests: [hit()], options: { anonymize_ip: true, excluded_ips: ['203.0.113.10'] } },
  { requests: [hit({ action_name: 'T' })], options: { debug: true } },
  { requests: [hit()], options: { anonymize_ip: true } },
];

export const probes: readonly Probe[] = [...singles, ...pages, ...visits, ...conversions, ...requests];
