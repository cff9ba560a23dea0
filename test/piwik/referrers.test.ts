import { describe, expect, it } from 'vitest';
import { hit, later, track } from './tracked.ts';

const referrerOf = (parameters: Record<string, string>) => {
  const [visit] = track([hit(parameters)]).visits;
  return [visit?.referer_type, visit?.referer_name, visit?.referer_keyword];
};

describe('the referrer of a visit', () => {
  it.each([
    ['', [1, '', '']],
    ['not an address', [1, '', '']],
    ['http://example.org/other', [1, '', '']],
    ['https://WWW.Example.org/other', [1, '', '']],
    ['http://shop.example.org/other', [1, '', '']],
    ['http://News.Site.COM/a', [3, 'news.site.com', '']],
    ['http://www.google.com/search?q=Red+Sh%C3%B6es', [2, 'Google', 'red shöes']],
    ['https://www.google.co.uk/url?q=&sa=t', [2, 'Google', '']],
    ['http://www.google.com/webhp', [3, 'www.google.com', '']],
    ['http://www.google.com.evil.example/search?q=a', [3, 'www.google.com.evil.example', '']],
    ['http://www.bing.com/search?q=piwik', [2, 'Bing', 'piwik']],
    ['http://www.bing.com/images/search?q=cats', [2, 'Bing Images', 'cats']],
    ['https://duckduckgo.com/', [2, 'DuckDuckGo', '']],
    ['http://de.search.yahoo.com/search?p=x', [2, 'Yahoo!', 'x']],
    ['http://www.baidu.com/s?wd=piwik', [2, 'Baidu', 'piwik']],
  ])('from %j is %j', (urlref, referrer) => {
    expect(referrerOf({ urlref })).toEqual(referrer);
  });

  it.each([
    ['pk_campaign=Camp&pk_kwd=Key', '', [6, 'camp', 'key']],
    ['utm_source=src&utm_medium=med&utm_campaign=C', '', [6, 'c', '']],
    ['pk_campaign=&utm_source=S2', '', [6, 's2', '']],
    ['pk_kwd=OnlyKey', '', [1, '', '']],
    ['PK_CAMPAIGN=x', '', [1, '', '']],
    ['pk_campaign=C', 'http://www.google.com/search?q=Kw', [6, 'c', 'kw']],
    ['pk_campaign=C', 'http://site.example/x', [6, 'c', 'site.example']],
    ['pk_campaign=C', 'http://example.org/own', [6, 'c', 'example.org']],
    ['a=1#pk_campaign=H&pk_kwd=HK', '', [6, 'h', 'hk']],
    ['pk_campaign=Q&pk_kwd=K#pk_campaign=H', '', [6, 'q', 'k']],
  ])('to ?%s from %j is %j', (query, urlref, referrer) => {
    expect(referrerOf({ url: `http://example.org/?${query}`, urlref })).toEqual(referrer);
  });

  it('is that of the first action', () => {
    const { visits } = track([
      hit({ urlref: 'http://a.example/1' }),
      later(30, { urlref: 'http://b.example/2', _rcn: 'c' }),
    ]);
    expect(visits).toEqual([expect.objectContaining({ referer_name: 'a.example', referer_url: 'http://a.example/1' })]);
  });
});

describe('what a conversion is credited to', () => {
  const visit = { urlref: 'http://web.example/' };
  const credit = (parameters: Record<string, string | number>, first: Record<string, string> = visit) => {
    const [row] = track([hit(first), later(86_000, first), later(86_010, { idgoal: 7, ...parameters })]).conversions;
    return [row?.referer_type, row?.referer_name, row?.referer_keyword, row?.referer_visit_server_date];
  };

  it.each([
    [{}, [3, 'web.example', '', '2014-01-21']],
    [{ _rcn: 'Camp%20One', _rck: ' Key ', _refts: 1389952800 }, [6, 'Camp One', 'Key', '2014-01-17']],
    [{ _rcn: 'Camp' }, [6, 'Camp', '', '1970-01-01']],
    [{ _ref: 'http://www.google.com/search?q=w', _refts: 1389952800 }, [2, 'Google', 'w', '2014-01-17']],
    [{ _ref: 'http://other.example/', _refts: 1389952800 }, [3, 'other.example', '', '2014-01-17']],
    [{ _ref: 'http://example.org/own', _refts: 1389952800 }, [3, 'web.example', '', '2014-01-21']],
    [{ _ref: 'nothing' }, [3, 'web.example', '', '2014-01-21']],
  ])('%j: %j', (parameters, expected) => {
    expect(credit(parameters as Record<string, string | number>)).toEqual(expected);
  });

  it('is the campaign of the visit before what the client refers to', () => {
    const campaign = { url: 'http://example.org/?pk_campaign=C&pk_kwd=K' };
    const [row] = track([hit(campaign), later(10, { idgoal: 7, _ref: 'http://other.example/' })]).conversions;
    expect(row).toMatchObject({ referer_type: 6, referer_name: 'c', referer_keyword: 'k' });
  });
});
