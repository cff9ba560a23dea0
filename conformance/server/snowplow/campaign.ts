/** The `utm_` parameters in the query of the page address tell the campaign. */
import fc from 'fast-check';
import { plain, unicode } from '../samples/characters.ts';
import { facts, snowplow } from './protocol.ts';
import { get, pageView } from './request/hit.ts';
import { holds, mayHold } from './row/cells.ts';
import { type Columns, eventRow, of } from './row/rows.ts';

interface Plan {
  /** One value a `utm_` parameter; undefined when it is not sent. */
  values: readonly (string | undefined)[];
  words: readonly [string, string];
}

const constants = facts.rules.campaign?.constants;
const parameters = constants?.parameters as readonly string[];
const columns = constants?.columns as readonly string[];
const page = 'http://shop.example/landing?id=1';

/** What the columns of all `utm_` parameters hold. */
function filled({ values }: Plan): Columns {
  const entries = columns.map((column, index) => {
    const value = values[index];
    const requirement = value === undefined ? 'snowplow.campaign.absent' : 'snowplow.campaign.columns';
    return [column, holds(value ?? null, requirement)] as const;
  });
  return Object.fromEntries(entries);
}

/** Values hold no mark that means another thing when decoded a second time; one event shows how often that is done. */
export const campaign = snowplow<Plan>({
  id: 'snowplow.campaign',
  requirements: ['snowplow.campaign.columns', 'snowplow.campaign.absent'],
  branches: {
    'a parameter is there': ({ values }) => values.some((value) => value !== undefined),
    'a parameter is left out': ({ values }) => values.includes(undefined),
  },
  plan: () =>
    fc.record({
      values: fc.tuple(
        ...parameters.map(() => fc.option(fc.oneof(plain(16), unicode(16)), { nil: undefined, freq: 2 })),
      ),
      words: fc.tuple(plain(6), plain(6)),
    }),
  render: (plan, identity) => {
    const [tagged, escaped] = [identity.text(0), identity.text(1)];
    const tags = parameters.flatMap((name, index) => {
      const value = plan.values[index];
      return value === undefined ? [] : [`&${name}=${encodeURIComponent(value)}`];
    });
    const [left, right] = plan.words;
    const twice = `${page}&utm_term=${encodeURIComponent(left)}%2B${encodeURIComponent(right)}`;
    const columnsOfTwice = mayHold(
      'snowplow.campaign-decoding',
      `${left} ${right}`,
      { once: `${left}+${right}` },
      'snowplow.campaign.columns',
    );
    return {
      requests: [
        get(pageView(tagged, [['url', encodeURIComponent(`${page}${tags.join('')}`)]])),
        get(pageView(escaped, [['url', encodeURIComponent(twice)]])),
      ],
      expected: [
        eventRow('tagged', of(tagged), 'snowplow.campaign.columns', filled(plan)),
        eventRow('an escaped plus sign', of(escaped), 'snowplow.campaign.columns', { mkt_term: columnsOfTwice }),
      ],
      absent: [],
    };
  },
});
