/** The address in `refr` is kept in parts, and its host tells what kind of page led here. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedRecord } from '../model.ts';
import { word } from '../samples/characters.ts';
import { joined, mixedParts, type UrlParts } from '../samples/url-parts.ts';
import { type Engine, engines } from './draw/engines.ts';
import { partsThere } from './draw/parts-there.ts';
import { snowplow } from './protocol.ts';
import { get, pageView } from './request/hit.ts';
import { holds } from './row/cells.ts';
import { type Columns, eventRow, of } from './row/rows.ts';
import { absentParts, presentParts } from './row/url-columns.ts';

interface Plan {
  referrer: UrlParts;
  engine: Engine;
  words: readonly [string, string];
}

/** No drawn host is this one: they are made of other letters. */
const page = 'http://www.psp.example/page';

type Five = [string, string, string, string, string];

function kind(
  requirement: 'snowplow.referrer.search' | 'snowplow.referrer.unknown',
  medium: string | null,
  [source, term]: readonly [string | null, string | null],
): Columns {
  return {
    refr_medium: holds(medium, requirement),
    refr_source: holds(source, requirement),
    refr_term: holds(term, requirement),
  };
}

/** Events that came from a search engine, with words and without, and one that came from nowhere. */
function byItsSite(
  { engine, words }: Plan,
  { searched, wordless, direct }: Readonly<Record<'searched' | 'wordless' | 'direct', string>>,
): ExpectedRecord[] {
  return [
    eventRow(
      'of a search engine',
      of(searched),
      'snowplow.referrer.search',
      kind('snowplow.referrer.search', 'search', [engine.name, words.join(' ')]),
    ),
    eventRow(
      'of a search engine that was asked nothing',
      of(wordless),
      'snowplow.referrer.search',
      kind('snowplow.referrer.search', 'search', [engine.name, null]),
    ),
    eventRow('of none', of(direct), 'snowplow.referrer.unknown', kind('snowplow.referrer.unknown', null, [null, null])),
  ];
}

export const referrer = snowplow<Plan>({
  id: 'snowplow.referrer',
  requirements: [
    'snowplow.referrer.parts',
    'snowplow.referrer.internal',
    'snowplow.referrer.search',
    'snowplow.referrer.unknown',
  ],
  branches: {
    ...partsThere<Plan>(({ referrer: parts }) => parts),
    ...choicesOf(
      engines.map(({ name }) => name),
      ({ engine }) => engine.name,
    ),
  },
  plan: () =>
    fc.record({
      referrer: mixedParts,
      engine: fc.constantFrom(...engines),
      words: fc.tuple(word(1, 6), word(1, 6)).map(([a, b]): [string, string] => [a.toLowerCase(), b.toLowerCase()]),
    }),
  render: (plan, identity) => {
    const { referrer: parts, engine, words } = plan;
    const [other, inside, searched, wordless, direct] = [0, 1, 2, 3, 4].map(identity.text) as Five;
    const led = (application: string, from: string, to: string) =>
      get(
        pageView(application, [
          ['url', encodeURIComponent(to)],
          ['refr', encodeURIComponent(from)],
        ]),
      );
    const own = joined({ scheme: parts.scheme, host: parts.host, path: '/elsewhere' });
    return {
      requests: [
        led(other, joined(parts), page),
        led(inside, joined(parts), own),
        led(searched, `${engine.page}${words.join('+')}`, page),
        led(wordless, engine.page.slice(0, engine.page.indexOf('?')), page),
        get(pageView(direct, [['url', encodeURIComponent(page)]])),
      ],
      expected: [
        eventRow('of another site', of(other), 'snowplow.referrer.parts', {
          ...presentParts('refr', parts, 'snowplow.referrer.parts'),
          ...absentParts('refr', parts, 'snowplow.referrer.parts'),
          ...kind('snowplow.referrer.unknown', 'unknown', [null, null]),
        }),
        eventRow('of the own site', of(inside), 'snowplow.referrer.internal', {
          refr_medium: holds('internal', 'snowplow.referrer.internal'),
        }),
        ...byItsSite(plan, { searched, wordless, direct }),
      ],
      absent: [],
    };
  },
});
