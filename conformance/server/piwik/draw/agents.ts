/** Browsers of the time whose system, name and version no parser disputes. Systems and names are ours, not codes. */

export interface Agent {
  text: string;
  system: 'Windows 7' | 'Windows 8' | 'Linux' | 'Mac OS';
  browser: 'Firefox' | 'Chrome' | 'Internet Explorer' | 'Opera';
  version: string;
}

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

function firefox(system: Agent['system'], platform: string, version: string): Agent {
  const text = `Mozilla/5.0 (${platform}; rv:${version}) Gecko/20100101 Firefox/${version}`;
  return { text, system, browser: 'Firefox', version };
}

function chrome(system: Agent['system'], platform: string, version: string, build: string): Agent {
  const text = `Mozilla/5.0 (${platform}) ${WEBKIT} Chrome/${version}.${build} Safari/537.36`;
  return { text, system, browser: 'Chrome', version };
}

function explorer(version: string, trident: string): Agent {
  const text = `Mozilla/5.0 (compatible; MSIE ${version}; Windows NT 6.1; Trident/${trident})`;
  return { text, system: 'Windows 7', browser: 'Internet Explorer', version };
}

const opera: Agent = {
  text: 'Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.16',
  system: 'Windows 7',
  browser: 'Opera',
  version: '12.16',
};

/** The first is the plainest; cases shrink to it. */
export const agents: readonly [Agent, ...Agent[]] = [
  firefox('Windows 7', 'Windows NT 6.1', '26.0'),
  firefox('Windows 7', 'Windows NT 6.1', '25.0'),
  firefox('Windows 8', 'Windows NT 6.2; WOW64', '26.0'),
  firefox('Linux', 'X11; Linux x86_64', '26.0'),
  firefox('Mac OS', 'Macintosh; Intel Mac OS X 10.9', '26.0'),
  chrome('Windows 7', 'Windows NT 6.1; WOW64', '31.0', '1650.63'),
  chrome('Windows 7', 'Windows NT 6.1; WOW64', '32.0', '1700.76'),
  chrome('Linux', 'X11; Linux x86_64', '31.0', '1650.63'),
  chrome('Mac OS', 'Macintosh; Intel Mac OS X 10_9_1', '31.0', '1650.63'),
  explorer('9.0', '5.0'),
  explorer('10.0', '6.0'),
  opera,
];
