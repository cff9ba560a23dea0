/** Search engines whose name and keyword parameter every known list agrees on. */

export interface Engine {
  name: string;
  /** The results page, before the keyword's value. */
  page: string;
}

/** The first is the plainest; cases shrink to it. */
export const engines: readonly [Engine, ...Engine[]] = [
  { name: 'Google', page: 'http://www.google.com/search?q=' },
  { name: 'Bing', page: 'http://www.bing.com/search?q=' },
  { name: 'Baidu', page: 'http://www.baidu.com/s?wd=' },
  { name: 'DuckDuckGo', page: 'https://duckduckgo.com/?q=' },
  { name: 'Ask', page: 'http://www.ask.com/web?q=' },
  { name: 'Naver', page: 'http://search.naver.com/search.naver?query=' },
];
