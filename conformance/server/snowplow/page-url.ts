/** The address of the page is kept in parts, and comes from `url` or, without it, from the Referer header. */

import fc from 'fast-check';
import { joined, mixedParts, type UrlParts, urlParts } from '../samples/url-parts.ts';
import { partsThere } from './draw/parts-there.ts';
import { snowplow } from './protocol.ts';
import { get, pageView } from './request/hit.ts';
import { eventRow, of } from './row/rows.ts';
import { absentParts, presentParts } from './row/url-columns.ts';

interface Plan {
  page: UrlParts;
  /** What the header says; another page than `page`. */
  header: UrlParts;
}

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
  branches: partsThere<Plan>(({ page }) => page),
  plan: () =>
    fc.record({
      page: fc.oneof(
        { withCrossShrink: true },
        { weight: 5, arbitrary: mixedParts },
        { weight: 1, arbitrary: urlParts['ipv6-host'] },
      ),
      header: urlParts.query.map((parts) => ({ ...parts, path: headerPath })),
    }),
  render: ({ page, header }, identity) => {
    const [alone, both, none] = [identity.text(0), identity.text(1), identity.text(2)];
    const url = ['url', encodeURIComponent(joined(page))] as const;
    const headers = { referer: joined(header) };
    return {
      requests: [
        get(pageView(alone, [url])),
        get(pageView(both, [url]), { headers }),
        get(pageView(none, []), { headers }),
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
      ],
      absent: [],
    };
  },
});
