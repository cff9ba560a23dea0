/**
 * Sites that lead to pages. No library: the maintained lists either tell no search words or are no longer kept, and
 * the names must be those of the pipeline's own list. The best known sites of the time are enough for a reference.
 */
import { remembering } from '../memory.ts';

export interface ReferringSite {
  medium: 'search' | 'social' | 'email';
  source: string;
  /** Names of the query parameters that hold the words searched for. */
  parameters: readonly string[];
}

const search = (source: string, ...parameters: string[]): ReferringSite => ({ medium: 'search', source, parameters });
const social = (source: string): ReferringSite => ({ medium: 'social', source, parameters: [] });
const email = (source: string): ReferringSite => ({ medium: 'email', source, parameters: [] });

/** By host; a host that is not listed is looked up again without its first label. */
const sites: Readonly<Record<string, ReferringSite>> = {
  'bing.com': search('Bing', 'q', 'Q'),
  'search.yahoo.com': search('Yahoo!', 'p', 'q'),
  'yandex.ru': search('Yandex', 'text'),
  'yandex.com': search('Yandex', 'text'),
  'baidu.com': search('Baidu', 'wd', 'word', 'kw'),
  'duckduckgo.com': search('DuckDuckGo', 'q'),
  'ask.com': search('Ask', 'q', 'ask', 'searchfor'),
  'search.aol.com': search('AOL', 'query', 'q'),
  'metacrawler.com': search('InfoSpace', 'q', 's'),
  'facebook.com': social('Facebook'),
  'fb.me': social('Facebook'),
  'twitter.com': social('Twitter'),
  't.co': social('Twitter'),
  'linkedin.com': social('LinkedIn'),
  'reddit.com': social('Reddit'),
  'pinterest.com': social('Pinterest'),
  'tumblr.com': social('Tumblr'),
  'stumbleupon.com': social('StumbleUpon'),
  'news.ycombinator.com': social('Hacker News'),
  'mail.google.com': email('Gmail'),
  'mail.yahoo.com': email('Yahoo! Mail'),
  'mail.live.com': email('Outlook.com'),
};
/** Google searches under one name in each country's domain. */
const google = /^(www\.)?google\.(com|[a-z]{2}|com?\.[a-z]{2})$/;
const googleSite = search('Google', 'q', 'query');

/** The site a host belongs to, of whatever letter case; undefined when none is known. */
export function findSite(host: string): ReferringSite | undefined {
  return remembered(host) ?? undefined;
}

const remembered = remembering(2000, (host): ReferringSite | null => {
  const name = host.toLowerCase();
  if (google.test(name)) return googleSite;
  for (let rest = name; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (Object.hasOwn(sites, rest)) return sites[rest] as ReferringSite;
  }
  return null;
});
