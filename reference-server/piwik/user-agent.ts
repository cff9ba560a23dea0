/** Rule user-agent: operating system and browser, found by a library and written as Piwik's codes. */
import { type IBrowser, UAParser } from 'ua-parser-js';
import { remembering } from '../memory.ts';
import { browserCodes, systemCodes } from './user-agent-codes.ts';

export interface Browser {
  config_os: string;
  config_browser_name: string;
  /** Major and minor number, such as `26.0`. */
  config_browser_version: string;
}

/** Parsing an agent takes longer than all the rest of a hit. What is not recognised is `UNK`, with no version. */
export const userAgent: (text: string) => Browser = remembering(2000, (agent) => {
  const { os, browser } = new UAParser(agent).getResult();
  return { config_os: systemCode(`${os.name}`, `${os.version}`, agent), ...browserOf(browser, agent) };
});

function systemCode(name: string, version: string, agent: string): string {
  const device = /\((iPad|iPhone|iPod)/.exec(agent)?.[1];
  if (device !== undefined) return { iPad: 'IPA', iPhone: 'IPH', iPod: 'IPD' }[device] as string;
  const system = name.toLowerCase();
  return systemCodes[`${system} ${version.toLowerCase()}`] ?? systemCodes[system] ?? 'UNK';
}

type BrowserColumns = Omit<Browser, 'config_os'>;

/** Also what names itself without a version: servers of the time did not recognise it. */
const unknown: BrowserColumns = { config_browser_name: 'UNK', config_browser_version: '' };

/** Builds of WebKit from which on a Safari without a version of its own has this one. */
const safariBuilds: readonly [number, string][] = [
  [537, '7.0'],
  [536, '6.0'],
  [533, '5.0'],
  [526, '4.0'],
  [522, '3.0'],
  [412, '2.0'],
];

/**
 * Browsers built on Chrome are Chrome, as they were for servers of the time; so are those that came later. What is
 * left and built on WebKit is Safari, and what only says Mozilla is Netscape.
 */
function browserOf({ name, version }: IBrowser, agent: string): BrowserColumns {
  const chrome = /Chrome\/([\d.]+)/.exec(agent)?.[1];
  if (chrome !== undefined) return columns('CH', chrome);
  const code = browserCodes[`${name}`.toLowerCase()];
  if (code !== undefined) return columns(code, version);
  const build = /AppleWebKit\/([\d.]+)/.exec(agent)?.[1];
  if (build !== undefined)
    return columns('SF', /Version\/([\d.]+)/.exec(agent)?.[1] ?? safariVersion(Number.parseFloat(build)));
  return columns('NS', /Mozilla\/([\d.]+)/.exec(agent)?.[1]);
}

function safariVersion(build: number): string {
  return safariBuilds.find(([from]) => build >= from)?.[1] ?? '1.0';
}

function columns(code: string, version: string | undefined): BrowserColumns {
  // So many digits as the column has room for; `undefined` has none.
  const numbers = /(\d{1,9})(?:\.(\d{1,9}))?/.exec(`${version}`);
  if (numbers === null) return unknown;
  return { config_browser_name: code, config_browser_version: `${numbers[1]}.${numbers[2] ?? '0'}` };
}
