/** The table of search engines, of our own making: the best known ones. */
import type { SearchEngine } from './search-engine.ts';

export const searchEngines: readonly SearchEngine[] = [
  {
    name: 'Google Images',
    hosts: ['google.*', 'images.google.*'],
    paths: ['/imgres'],
    keywords: ['q'],
    hidden: true,
    always: true,
  },
  { name: 'Google Images', hosts: ['images.google.*'], keywords: ['q'], hidden: true },
  { name: 'Google', hosts: ['google.*', 'encrypted.google.com'], keywords: ['q', 'query'], hidden: true },
  { name: 'Google News', hosts: ['news.google.*'], keywords: ['q'], hidden: true },
  { name: 'Bing Images', hosts: ['bing.com'], paths: ['/images/search'], keywords: ['q'] },
  { name: 'Bing', hosts: ['bing.com', '*.bing.com'], keywords: ['q'] },
  { name: 'Yahoo!', hosts: ['search.yahoo.com', '*.search.yahoo.com', 'yahoo.*'], keywords: ['p', 'q'] },
  { name: 'DuckDuckGo', hosts: ['duckduckgo.com', 'r.duckduckgo.com'], keywords: ['q'], hidden: true, always: true },
  { name: 'Baidu', hosts: ['baidu.com', 'm.baidu.com', 'zhidao.baidu.com'], keywords: ['wd', 'word', 'kw'] },
  { name: 'Yandex', hosts: ['yandex.*', 'm.yandex.*'], keywords: ['text'] },
  { name: 'Yandex Images', hosts: ['images.yandex.*'], keywords: ['text'] },
  { name: 'Ask', hosts: ['ask.com', '*.ask.com'], keywords: ['q', 'ask', 'searchfor'] },
  { name: 'AOL', hosts: ['search.aol.*', 'aolsearch.aol.com', 'aol.com'], keywords: ['q', 'query'] },
  { name: 'Naver', hosts: ['search.naver.com'], keywords: ['query'] },
  { name: 'Daum', hosts: ['search.daum.net'], keywords: ['q'] },
  { name: 'Sogou', hosts: ['sogou.com'], keywords: ['query'] },
  { name: 'Seznam', hosts: ['search.seznam.cz'], keywords: ['q'] },
  { name: 'Ecosia', hosts: ['ecosia.org'], keywords: ['q'] },
  { name: 'Startpage', hosts: ['startpage.com'], keywords: ['query'] },
  { name: 'WEB.DE', hosts: ['suche.web.de'], keywords: ['su', 'q'] },
  { name: 'T-Online', hosts: ['suche.t-online.de'], keywords: ['q'] },
];
