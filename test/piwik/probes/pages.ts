/** Probes of actions and of what a first hit tells. */
import { hit, later, noon, superUser } from '../tracked.ts';
import { everything } from './everything.ts';
import { by, type Probe, probe, wide } from './probe.ts';

const overrides = { country: 'at', region: '09', city: 'Wien', lat: '48.123456', long: '16.375' };

export const singles: Probe[] = [
  { _idvc: 3, res: '320×480' },
  { _id: 'F'.repeat(16) },
  { url: 'http://example.org/?pk_campaign=C&pk_kwd=K' },
  { urlref: 'http://example.org/before' },
  { urlref: 'http://www.example.org/before' },
  { token_auth: superUser, city: wide },
  { token_auth: superUser, long: '16.123456' },
  { idgoal: 0, ec_id: 'O1', ec_st: '0.01' },
].map((parameters) => probe(hit(parameters)));

export const pages: Probe[] = [
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
