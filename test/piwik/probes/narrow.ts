/** Probes of faults that only some values, or a text met again, show. */
import { hit, later } from '../tracked.ts';
import { type Probe, probe } from './probe.ts';

const telephone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 6_0 like Mac OS X) (compatible; Googlebot/2.1)';
const much = '10000000';
const order = { idgoal: 0, revenue: much, ec_st: much, ec_tx: much, ec_sh: much, ec_dt: much };
const plain = hit();
const headers = { ...plain.headers, 'accept-language': 'fr-fr,de-at' };

export const narrow: Probe[] = [
  probe(hit({ link: 'http://partner.example/' }), later(5, { link: 'http://partner.example/' })),
  probe(hit({ url: 'https://www.example.org/' })),
  probe(hit({ ua: telephone })),
  probe(hit({ res: '4000x300' })),
  probe(hit({ h: 23, m: 5, s: 6 }), later(5, { h: 0, m: 1, s: 2 })),
  probe(hit({ action_name: 'T' }), later(1, { action_name: 'T', url: 'http://example.org/2' })),
  probe(hit({ action_name: 'T' }), later(1, { action_name: 'U' })),
  probe(hit({}, { address: '127.0.0.1' })),
  probe(hit({ idgoal: 8, revenue: much }), later(2, { e_c: 'Video', e_a: 'Play', e_v: much })),
  probe(hit({ ...order, ec_id: 'O9', ec_items: '[["S1","N1","C",10.5]]' })),
  probe(hit({ lang: 'en-us,de-at' }, { headers })),
];
