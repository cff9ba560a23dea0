/** The address of the page is kept in parts, and comes from `url` or, without it, from the Referer header. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import { joined, mixedParts, type UrlParts, urlParts } from '../samples/url-parts.ts';
import { partsThere } from './draw/parts-there.ts';
import { snowplow } from './protocol.ts';
import { get, pageView } from './request/hit.ts';
import { holds } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';
import { absentParts, presentParts } from './row/url-columns.ts';

interface Plan {
  page: UrlParts;
  /** What the header says; another page than `page`. */
  header: UrlParts;
  odd: Odd;
}

/** A hierarchical URI of another shape than most, and what no reader of URIs disputes of it. */
interface Odd {
  address: string;
  scheme: string;
  host?: string;
}

const odds: readonly Odd[] = [
  { address: 'file:///x', scheme: 'file' },
  { address: 'http://a.example//?x=1', scheme: 'http', host: 'a.example' },
];

/** A path that no drawn one begins with. */
const headerPath = '/from-header';

export const pageUrl = snowplow<Plan>({
  id: 'snowplow.page-url',
  requirements: [
    'snowplow.page-url.parts',
    'snowplow.page-url.absent-parts',
    'snowplow.page-url.referer-header',
    'snowplow.page-url.url-wins',
  ],
  branches: {
    ...partsThere<Plan>(({ page }) => page),
    ...choicesOf(
      odds.map(({ address }) => address),
      ({ odd }) => odd.address,
    ),
  },
  plan: () =>
    fc.record({
      page: fc.oneof(
        { withCrossShrink: true },
        { weight: 5, arbitrary: mixedParts },
        { weight: 1, arbitrary: urlParts['ipv6-host'] },
      ),
      header: urlParts.query.map((parts) => ({ ...parts, path: headerPath })),
      odd: fc.constantFrom(...odds),
    }),
  render: ({ page, header, odd }, identity) => {
    const [alone, both, none, other] = [0, 1, 2, 3].map(identity.text) as [string, string, string, string];
    const url = ['url', encodeURIComponent(joined(page))] as const;
    const headers = { referer: joined(header) };
    return {
      requests: [
        get(pageView(alone, [url])),
        get(pageView(both, [url]), { headers }),
        get(pageView(none, []), { headers }),
        get(pageView(other, [['url', encodeURIComponent(odd.address)]])),
      ],
      expected: [
        eventRow('url', of(alone), 'snowplow.page-url.parts', {
          ...presentParts('page', page, 'snowplow.page-url.parts'),
          ...absentParts('page', page, 'snowplow.page-url.absent-parts'),
        }),
        eventRow('url and header', of(both), 'snowplow.page-url.url-wins', {
          ...presentParts('page', page, 'snowplow.page-url.url-wins'),
          ...absentParts('page', page, 'snowplow.page-url.url-wins'),
        }),
        eventRow(
          'header',
          of(none),
          'snowplow.page-url.referer-header',
          presentParts('page', header, 'snowplow.page-url.referer-header'),
        ),
        eventRow('odd', of(other), 'snowplow.page-url.parts', {
          page_urlscheme: holds(odd.scheme, 'snowplow.page-url.parts'),
          ...(odd.host === undefined ? {} : { page_urlhost: holds(odd.host, 'snowplow.page-url.parts') }),
        }),
      ],
      absent: [],
    };
  },
});
