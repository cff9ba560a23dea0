/** Campaigns and searches that say less than they could. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { listOf } from '../draw/constants.ts';
import { type Probe, questions } from '../ledger/probe.ts';
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const DIRECT = 1;
const SEARCH_ENGINE = 2;
const WEBSITE = 3;
const CAMPAIGN = 6;

const [firstName = '', secondName = ''] = listOf('referrer', 'campaignNames');
const [firstKeyword = '', secondKeyword = ''] = listOf('referrer', 'campaignKeywords');
const network = 'googleads.g.doubleclick.net';
const advertisement = `http://${network}/pagead/ads?client=ca-pub-1`;
const advertising = 'piwik.referrer.advertisement';
const keywordless = 'piwik.referrer.campaign-without-keyword';
const emptyNames = 'piwik.referrer.empty-names';
const hidden = 'piwik.referrer.without-keyword';

/** One visit; `query` stands behind the address of its page. */
function came(
  requirement: RequirementId,
  { query = '', urlref }: { query?: string; urlref?: string },
  [type, name, keyword]: readonly [type: number, name: string, keyword: string],
): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const landing = viewing({ url: `${page(0, identity).url}${query}` });
    const from = urlref === undefined ? [] : [['urlref', wireOf(urlref)] as const];
    return {
      requests: [get(hitOf(who, target, [...landing, ...from]))],
      expected: [
        row('log_visit', 'visit', of(who), requirement, {
          referer_type: holds(type, requirement),
          referer_name: holds(name, requirement),
          referer_keyword: holds(keyword, requirement),
        }),
      ],
    };
  };
}

/** A search page of this host. */
function searchedAt(host: string, engine: string | undefined): Probe {
  const requirement = 'piwik.referrer.engine-hosts';
  const urlref = `http://${host}/search?q=red+shoes`;
  return came(
    requirement,
    { urlref },
    engine === undefined ? [WEBSITE, host, ''] : [SEARCH_ENGINE, engine, 'red shoes'],
  );
}

const spring = `?${firstName}=spring`;

export const referrerDetails = questions({
  id: 'piwik.referrer-details',
  requirements: [advertising, keywordless, emptyNames, hidden, 'piwik.referrer.engine-hosts'],
  probes: {
    advertisement: came(advertising, { urlref: advertisement }, [CAMPAIGN, 'adwords', network]),
    'kind of advertisement': came(advertising, { urlref: `${advertisement}&ad_type=text` }, [
      CAMPAIGN,
      'adwords (text)',
      network,
    ]),
    'empty kind of advertisement': came(advertising, { urlref: `${advertisement}&ad_type=` }, [
      CAMPAIGN,
      'adwords',
      network,
    ]),
    'site that bore the advertisement': came(
      keywordless,
      { query: spring, urlref: `${advertisement}&url=${wireOf('http://shown.example/page?a=1')}` },
      [CAMPAIGN, 'spring', '(adwords) shown.example'],
    ),
    'advertisement on no site': came(keywordless, { query: spring, urlref: advertisement }, [
      CAMPAIGN,
      'spring',
      network,
    ]),
    'word searched for': came(keywordless, { query: spring, urlref: 'http://www.bing.com/search?q=red+shoes' }, [
      CAMPAIGN,
      'spring',
      'red shoes',
    ]),
    'host of urlref': came(keywordless, { query: spring, urlref: 'http://news.example/page' }, [
      CAMPAIGN,
      'spring',
      'news.example',
    ]),
    'no keyword, no urlref': came(keywordless, { query: spring }, [CAMPAIGN, 'spring', '']),
    'second name': came(
      emptyNames,
      { query: `?${firstName}=&${secondName}=autumn&${firstKeyword}=&${secondKeyword}=boots` },
      [CAMPAIGN, 'autumn', 'boots'],
    ),
    'in the fragment': came(emptyNames, { query: `?${firstName}=#${firstName}=winter&${firstKeyword}=coats` }, [
      CAMPAIGN,
      'winter',
      'coats',
    ]),
    'keyword in the fragment': came(keywordless, { query: `${spring}#${firstName}=autumn&${firstKeyword}=boots` }, [
      CAMPAIGN,
      'autumn',
      'boots',
    ]),
    'keyword in the query': came(
      keywordless,
      { query: `${spring}&${firstKeyword}=shoes#${firstName}=autumn&${firstKeyword}=boots` },
      [CAMPAIGN, 'spring', 'shoes'],
    ),
    'no campaign in the fragment': came(keywordless, { query: `${spring}#top` }, [CAMPAIGN, 'spring', '']),
    'name without a value': came(emptyNames, { query: `?${firstName}` }, [DIRECT, '', '']),
    'engine of a country': searchedAt('www.google.de', 'Google'),
    'engine of a country with two names': searchedAt('www.google.co.uk', 'Google'),
    'engine below its host': searchedAt('global.bing.com', 'Bing'),
    'host that begins like an engine': searchedAt('www.google.community', undefined),
    'host with an engine inside': searchedAt('www.google.shop.com', undefined),
    'host that ends like an engine': searchedAt('www.sing.com', undefined),
    'hidden keyword': came(hidden, { urlref: 'http://www.google.com/url?sa=t&q=&source=web' }, [
      SEARCH_ENGINE,
      'Google',
      '',
    ]),
    'engine that hides all': came(hidden, { urlref: 'https://duckduckgo.com/' }, [SEARCH_ENGINE, 'DuckDuckGo', '']),
    'keyword in capitals': came(hidden, { urlref: 'http://www.bing.com/search?q=Red' }, [SEARCH_ENGINE, 'Bing', 'red']),
    'keyword that is no pair': came(hidden, { urlref: 'http://www.bing.com/search?q' }, [WEBSITE, 'www.bing.com', '']),
    'no keyword at all': came(hidden, { urlref: 'http://www.bing.com/' }, [WEBSITE, 'www.bing.com', '']),
    'empty keyword': came(hidden, { urlref: 'http://www.bing.com/search?q=' }, [WEBSITE, 'www.bing.com', '']),
  },
});
