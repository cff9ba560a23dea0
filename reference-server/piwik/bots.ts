/** Rule bots: programs that read pages are not visitors, unless the request says `bots=1`. */
import { type Address, inRange, parseRange, type Range } from './address.ts';

/** Parts of user agents, compared with upper and lower case told apart (Piwik 2.0.3, section 3.4). */
const botAgents = [
  'Googlebot',
  'Google Web Preview',
  'AdsBot-Google',
  'Google Page Speed Insights',
  'Google (+https://developers.google.com',
  'facebookexternalhit',
  'baidu',
  'bingbot',
  'YottaaMonitor',
  'CloudFlare',
  'yandex',
  'exabot',
  'sogou',
  'soso',
];

/** Networks of search engines' own readers: Microsoft, Yahoo and one crawler in China (Piwik 2.0.3, section 3.4). */
const botNetworks: readonly Range[] = [
  '64.4.0.0/18',
  '65.52.0.0/14',
  '157.54.0.0/15',
  '157.56.0.0/14',
  '157.60.0.0/16',
  '207.46.0.0/16',
  '207.68.128.0/18',
  '207.68.192.0/20',
  '131.253.16.0/20',
  '72.30.192.0/20',
  '98.137.192.0/20',
  '1.202.218.8',
].map((text) => parseRange(text) as Range);

/** Why the sender is taken for a bot, or undefined when it is not. */
export function botReason(userAgent: string, address: Address): string | undefined {
  const agent = botAgents.find((part) => userAgent.includes(part));
  if (agent !== undefined) return `the user agent names the bot "${agent}"`;
  if (botNetworks.some((network) => inRange(address, network))) return 'the address belongs to a network of bots';
  return undefined;
}
