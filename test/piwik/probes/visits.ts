/** Probes of visits and visitors. */
import { hit, later, superUser } from '../tracked.ts';
import { type Probe, probe } from './probe.ts';

const cid = { cid: '00000000000000AB', token_auth: superUser };
const noId = { _id: '' };
const other = { address: '198.51.100.3' };

export const visits: Probe[] = [
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
