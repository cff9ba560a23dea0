/** Probes of how requests are read, authenticated, excluded and answered. */
import type { RecordedRequest } from '../replay.ts';
import { hit, noon, type Parameters, siteAdmin, superUser, viewer } from '../tracked.ts';
import { by, type Probe, probe } from './probe.ts';

const withHeaders = (headers: Record<string, string>, parameters: Parameters = {}) => {
  const plain = hit(parameters);
  return { ...plain, headers: { ...plain.headers, ...headers } };
};
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const bulk = (requests: unknown[], token_auth = superUser): RecordedRequest => {
  return { ...hit(), method: 'POST', query: '', body: JSON.stringify({ requests, token_auth }) };
};
const entry = 'idsite=1&rec=1&url=http://example.org/b&res=1x2&cdt=1390000000';
const post = (query: string, body: string) => ({ ...withHeaders(form), method: 'POST', query, body });

export const requests: Probe[] = [
  probe(bulk([`?${entry}`, `http://h/piwik.php?${entry}&x=1`, { idsite: 1, rec: 1 }, `?${entry}&action_name=a b`])),
  probe(bulk([`?${entry}`, '?idsite=1&rec=0'])),
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
  probe(withHeaders({ connection: 'close' })),
  { requests: [withHeaders({ dnt: '1' })], options: { do_not_track: true } },
  { requests: [hit()], options: { record_statistics: false } },
  { requests: [hit()], options: { anonymize_ip: true, excluded_ips: ['203.0.113.10'] } },
  { requests: [hit({ action_name: 'T' }, { address: '127.0.0.1' })], options: { debug: true } },
  { requests: [hit()], options: { anonymize_ip: true } },
];
