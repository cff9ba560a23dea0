/** A campaign named by the first address of a visit. */

import fc from 'fast-check';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment } from '../../model.ts';
import { listOf } from '../draw/constants.ts';
import { dayOffset } from '../draw/day.ts';
import { engines } from '../draw/engines.ts';
import { shortGap } from '../draw/gap.ts';
import { requestsOf } from '../request/chain.ts';
import { type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { holds, mayHold } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  day: number;
  gap: number;
  /** Parameters of the address that name the campaign and its keyword. */
  names: readonly [campaign: string, keyword: string];
  campaign: string;
  keyword: string;
  /** From where they come, if from somewhere; without a campaign from a website only. */
  urlref: string | undefined;
  /** What a later page view says in `_rcn` and `_rck`. */
  later: readonly [campaign: string, keyword: string];
}

const CAMPAIGN = 6;
const DIRECT = 1;
const WEBSITE = 3;
const campaignNames = listOf('referrer', 'campaignNames');
const keywordNames = listOf('referrer', 'campaignKeywords');
/** Lower case, so that it does not matter whether a tracker lowers it. */
const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 8 });
const site = 'http://news.example/page';
const urlref = fc.constantFrom(undefined, site, `${engines[0].page}other+words`);

const campaign = 'piwik.referrer.campaign';
const later = 'piwik.referrer.campaign-parameters-later';

/** One visit begins with a campaign; in both a later page view names another. */
export const referrerCampaign: Experiment<Plan> = {
  id: 'piwik.referrer-campaign',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [campaign, later],
  branches: {
    ...choicesOf([...campaignNames, ...keywordNames], ({ names }) => names),
    'no referrer beside': (plan) => plan.urlref === undefined,
    'a referrer beside': (plan) => plan.urlref !== undefined,
  },
  plan: () =>
    fc.record({
      day: dayOffset,
      gap: shortGap,
      names: fc.tuple(fc.constantFrom(...campaignNames), fc.constantFrom(...keywordNames)),
      campaign: word,
      keyword: word,
      urlref,
      later: fc.tuple(word, word),
    }),
  render: (plan, identity, target) => {
    const [landed, plain, told] = [person(0, identity), person(1, identity), person(2, identity)];
    const start = identity.clock(plan.day);
    const query = `${plan.names[0]}=${plan.campaign}&${plan.names[1]}=${plan.keyword}`;
    const came: Pairs = plan.urlref === undefined ? [] : [['urlref', wireOf(plan.urlref)]];
    const visiting: Pairs = came.map(([name]) => [name, wireOf(site)]);
    const type = plan.urlref === undefined ? DIRECT : WEBSITE;
    const naming: Pairs = [
      ['_rcn', wireOf(`later ${plan.later[0]}`)],
      ['_rck', wireOf(`later ${plan.later[1]}`)],
    ];
    const landing = viewing({ url: `${page(0, identity).url}?${query}` });
    return {
      requests: requestsOf(
        [
          { who: landed, at: start, pairs: [...landing, ...came] },
          { who: plain, at: start, pairs: [...viewing(page(1, identity)), ...visiting] },
          { who: told, at: start, pairs: [...viewing(page(2, identity)), ...visiting, ...naming] },
          { who: landed, at: start + plan.gap, pairs: [...viewing(page(3, identity)), ...naming] },
          { who: plain, at: start + plan.gap, pairs: [...viewing(page(4, identity)), ...naming] },
        ],
        target,
      ),
      expected: [
        row('log_visit', 'landed', of(landed), campaign, {
          referer_type: holds(CAMPAIGN, campaign),
          referer_name: holds(plan.campaign, campaign),
          referer_keyword: holds(plan.keyword, campaign),
        }),
        row('log_visit', 'without campaign', of(plain), later, { referer_type: holds(type, later) }),
        row('log_visit', 'told at once', of(told), later, {
          referer_type: mayHold('piwik.campaign-scope', { no: type, yes: CAMPAIGN }, later),
        }),
      ],
      absent: [],
    };
  },
};
