/** Probes of requests that say things in a way that is seldom met. */
import { hit, type Parameters, superUser } from '../tracked.ts';
import { by, type Probe, probe } from './probe.ts';

const landing = (query: string, more: Parameters = {}) => hit({ url: `http://example.org/page${query}`, ...more });
const kept = (fragment: string) => landing(fragment, { idsite: 2 });
const speaking = (languages: string | undefined) => {
  const plain = hit();
  const { 'accept-language': _own, ...others } = plain.headers;
  return { ...plain, headers: languages === undefined ? others : { ...others, 'accept-language': languages } };
};

export const lessPlain: Probe[] = [
  probe(landing('', { urlref: 'http://googleads.g.doubleclick.net/pagead/ads?ad_type=text' })),
  probe(landing('?pk_campaign=spring', { urlref: 'http://www.bing.com/search?q=shoes' })),
  probe(landing('?pk_campaign=&piwik_campaign=autumn')),
  probe(landing('', { urlref: 'http://www.google.com/url?sa=t&q=' })),
  probe(landing('', { urlref: 'http://www.google.de/search?q=shoes' })),
  probe(landing('?q=shoes&search_count=17')),
  probe(landing('#q=shoes')),
  probe(landing('?q=shoes', { cs: 'no-such-set' })),
  probe(kept('#part##')),
  probe(landing('?a&b=1')),
  probe(hit({ url: 'ftp://example.org/page' })),
  probe(by(superUser, { cip: '65.55.1.1' })),
  probe(hit({ _cvar: '{"1":["name",null]}' })),
  probe(hit({ _cvar: '{"02":["name","value"]}' })),
  probe(speaking('de-ch;q=0.8,en')),
  probe(speaking(undefined)),
  probe(hit({ ua: 'Mozilla/5.0 (X11; U; Linux x86_64; en-us) AppleWebKit/533.3 (KHTML, like Gecko)' })),
];
