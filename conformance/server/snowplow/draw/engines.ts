/** Search engines that every known list has, under one name and with one parameter for the words. */

export interface Engine {
  name: string;
  /** The results page, up to the words. */
  page: string;
}

/** The first is the plainest; cases shrink to it. */
export const engines: readonly Engine[] = [
  { name: 'Google', page: 'http://www.google.com/search?q=' },
  { name: 'Bing', page: 'http://www.bing.com/search?q=' },
  { name: 'DuckDuckGo', page: 'http://duckduckgo.com/?q=' },
  { name: 'Ask', page: 'http://www.ask.com/web?q=' },
  { name: 'Baidu', page: 'http://www.baidu.com/s?wd=' },
];
