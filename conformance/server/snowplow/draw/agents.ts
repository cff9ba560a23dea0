/** Programs of the time whose family, system and device no parser disputes. */

export interface Agent {
  header: string;
  browser: string;
  /** Whole version, where every parser finds the same. */
  version?: string;
  engine: 'GECKO' | 'TRIDENT' | 'WEBKIT';
  system: string;
  device: 'Computer' | 'Mobile' | 'Tablet';
}

/** A program that is no well-known browser, and what is certain of it nevertheless. */
export interface Stranger {
  header: string;
  kind?: 'Robot' | 'unknown';
  device?: 'Game console' | 'Unknown';
}

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const SAFARI = 'AppleWebKit/537.51.1 (KHTML, like Gecko) Version/7.0 Mobile/11A501 Safari/9537.53';

function firefox(system: string, version: string, header: string): Agent {
  return { header: `Mozilla/5.0 ${header}`, browser: 'Firefox', version, engine: 'GECKO', system, device: 'Computer' };
}

function chrome(system: string, version: string, place: string): Agent {
  const header = `Mozilla/5.0 ${place} ${WEBKIT} Chrome/${version} Safari/537.36`;
  return { header, browser: 'Chrome', version, engine: 'WEBKIT', system, device: 'Computer' };
}

function explorer(device: Agent['device'], place: string): Agent {
  const browser = 'Internet Explorer';
  return { header: `Mozilla/5.0 ${place}`, browser, engine: 'TRIDENT', system: 'Windows', device };
}

function safari(device: Agent['device'], place: string): Agent {
  return { header: `Mozilla/5.0 ${place} ${SAFARI}`, browser: 'Safari', engine: 'WEBKIT', system: 'iOS', device };
}

/** The first is the plainest; cases shrink to it. */
export const agents: readonly Agent[] = [
  firefox('Windows', '26.0', '(Windows NT 6.1; rv:26.0) Gecko/20100101 Firefox/26.0'),
  firefox('Linux', '25.0', '(X11; Linux x86_64; rv:25.0) Gecko/20100101 Firefox/25.0'),
  firefox('Linux', '24.0', '(X11; Ubuntu; Linux x86_64; rv:24.0) Gecko/20100101 Firefox/24.0'),
  firefox('Linux', '3.6.13', '(X11; U; Linux x86_64; rv:1.9.2.13) Gecko/20101209 Fedora/3.6.13-1.fc14 Firefox/3.6.13'),
  firefox('Linux', '1.5.0.4', '(X11; U; Linux i686; rv:1.8.0.4) Gecko/20060406 Firefox/1.5.0.4 (Debian-1.5.0.4-1)'),
  firefox('Mac OS X', '27.0', '(Macintosh; Intel Mac OS X 10.9; rv:27.0) Gecko/20100101 Firefox/27.0'),
  chrome('Windows', '32.0.1700.76', '(Windows NT 6.1; WOW64)'),
  chrome('Mac OS X', '31.0.1650.63', '(Macintosh; Intel Mac OS X 10_9_1)'),
  explorer('Computer', '(compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)'),
  explorer('Mobile', '(compatible; MSIE 10.0; Windows Phone 8.0; Trident/6.0; IEMobile/10.0; ARM; Touch)'),
  safari('Mobile', '(iPhone; CPU iPhone OS 7_0_2 like Mac OS X)'),
  safari('Tablet', '(iPad; CPU OS 7_0_2 like Mac OS X)'),
  {
    header: `Mozilla/5.0 (Linux; Android 4.4.2; Nexus 5) ${WEBKIT} Chrome/32.0.1700.99 Mobile Safari/537.36`,
    browser: 'Chrome',
    engine: 'WEBKIT',
    system: 'Android',
    device: 'Mobile',
  },
];

export const strangers: readonly Stranger[] = [
  { header: 'Nobody/1.0', kind: 'unknown', device: 'Unknown' },
  { header: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', kind: 'Robot' },
  { header: 'Mozilla/5.0 (PLAYSTATION 3; 3.55)', device: 'Game console' },
];

const makers: Readonly<Record<string, string>> = {
  Windows: 'Microsoft Corporation',
  'Mac OS X': 'Apple Inc.',
  iOS: 'Apple Inc.',
  Android: 'Google Inc.',
  Linux: 'Other',
};

export function makerOf({ system }: Agent): string | null {
  return makers[system] ?? null;
}
