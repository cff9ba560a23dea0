/** Probes of conversions, orders and carts. */
import { hit, later, noon, superUser } from '../tracked.ts';
import { by, type Probe, probe, wide } from './probe.ts';

const items = '[["S1","N1",["A","B"],10.55,2],["S2","N2","C"]]';

export const conversions: Probe[] = [
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
  probe(by(superUser, { idgoal: 99 })),
  probe(hit({ idgoal: 7, _rcn: 'Camp', _rck: 'Key', _refts: noon - 86400, _cvar: '{"1":["a","b"]}' })),
  probe(hit({ idgoal: 7, _rcn: '<camp>', _rck: '<key>', _refts: noon - 5 * 365 * 86400 })),
  probe(hit({ idgoal: 7, _ref: 'http://www.google.com/search?q=%E6%97%A5', _refts: noon })),
  probe(
    hit({ url: 'http://example.org/thank-you' }),
    later(1, { url: 'http://example.org/Exact/x' }),
    later(2, { url: 'http://example.org/multi/1' }),
    later(3, { url: 'http://example.org/(never-closed' }),
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
