import { UAParser } from 'ua-parser-js';
import { remembering } from '../../memory.ts';
import type { Row } from '../../storage/store.ts';
import type { EventRule } from '../event.ts';
import { cleanText } from '../forms/text.ts';

/** The User-Agent header, and the browser, system and device it names. */
export const userAgent: EventRule = ({ request, row }) => {
  const agent = cleanText(request.headers['user-agent'] ?? '');
  if (agent !== null) Object.assign(row, describe(agent));
};

/** The names the pipeline used where the library has others. */
const families: Readonly<Record<string, string>> = {
  IE: 'Internet Explorer',
  IEMobile: 'Internet Explorer',
  'Mobile Safari': 'Safari',
  'Mac OS': 'Mac OS X',
  Ubuntu: 'Linux',
  Debian: 'Linux',
  Fedora: 'Linux',
  'Windows Phone': 'Windows',
};
const makers: Readonly<Record<string, string>> = {
  Windows: 'Microsoft Corporation',
  'Mac OS X': 'Apple Inc.',
  iOS: 'Apple Inc.',
  Android: 'Google Inc.',
};
/** Blink is the branch of WebKit that the pipeline did not know yet. */
const engines: Readonly<Record<string, string>> = { Blink: 'WEBKIT' };
const devices: Readonly<Record<string, string>> = { mobile: 'Mobile', tablet: 'Tablet', console: 'Game console' };
const robot = /bot\b|crawler|spider|slurp/i;

const describe = remembering(2000, (agent): Row => {
  const { browser, engine, os, device } = new UAParser(agent).getResult();
  const family = named(browser.name);
  const system = named(os.name);
  const mobile = device.type === 'mobile' || device.type === 'tablet';
  return {
    useragent: agent,
    br_name: [family, browser.major].filter(Boolean).join(' ') || null,
    br_family: family,
    br_version: browser.version ?? null,
    br_type: typeOf(agent, family, mobile),
    br_renderengine: engine.name === undefined ? null : (engines[engine.name] ?? engine.name.toUpperCase()),
    os_name: system,
    os_family: system,
    os_manufacturer: makers[String(system)] ?? 'Other',
    dvce_type: devices[String(device.type)] ?? (system === null ? 'Unknown' : 'Computer'),
    dvce_ismobile: mobile,
  };
});

function typeOf(agent: string, family: string | null, mobile: boolean): string {
  if (robot.test(agent)) return 'Robot';
  if (mobile) return 'Browser (mobile)';
  return family === null ? 'unknown' : 'Browser';
}

function named(name: string | undefined): string | null {
  return families[String(name)] ?? name ?? null;
}
