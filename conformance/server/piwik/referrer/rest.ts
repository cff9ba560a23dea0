/** Visits that came from nowhere else, addresses of referrers that are easily misread, and referrers that come too late. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment, Identity } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { engines } from '../draw/engines.ts';
import { shortGap } from '../draw/gap.ts';
import { requestsOf } from '../request/chain.ts';
import { type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { holds, nothing } from '../row/cells.ts';
import { type Columns, of, row } from '../row/rows.ts';

type Way = 'direct' | 'own-site' | 'first-action' | 'website' | 'address-as-sent';
const ways: readonly Way[] = ['direct', 'own-site', 'first-action', 'website', 'address-as-sent'];

interface Plan {
  day: number;
  gap: number;
  way: Way;
  /** What goes before the site's own host in the address of a page of it. */
  before: 'nothing' | 'www';
  /** From where a visitor comes who comes from somewhere. */
  from: 'website' | 'engine';
}

const DIRECT = 1;
const SEARCH_ENGINE = 2;
const WEBSITE = 3;
const website = 'http://news.example/page';
const spelled = 'http://news.example/Old%2FPage?Id=A+b';

/** What `urlref` says at the first action. */
function addressOf({ way, before }: Plan, identity: Identity): string | undefined {
  const own = page(9, identity).url;
  if (way === 'own-site') return before === 'www' ? own.replace('://', '://www.') : own;
  if (way === 'website') return 'https://daily.example/page';
  return way === 'address-as-sent' ? spelled : undefined;
}

function storedOf(way: Way, requirement: RequirementId): Columns {
  if (way === 'address-as-sent') return { referer_url: holds(spelled, requirement) };
  const direct = { referer_type: holds(DIRECT, requirement), referer_name: nothing(requirement) };
  if (way === 'direct' || way === 'first-action') return { ...direct, referer_url: nothing(requirement) };
  if (way === 'own-site') return { ...direct, referer_keyword: nothing(requirement) };
  return { referer_type: holds(WEBSITE, requirement), referer_name: holds('daily.example', requirement) };
}

export const referrerRest: Experiment<Plan> = {
  id: 'piwik.referrer-rest',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ways.map((way): RequirementId => `piwik.referrer.${way}`),
  casesPerRun: 4,
  branches: {
    ...choicesOf(ways, ({ way }) => way),
    ...choicesOf(['website', 'engine'], ({ from }) => from),
    'its own site with www': ({ way, before }) => way === 'own-site' && before === 'www',
  },
  plan: () =>
    fc.record({
      day: dayOffset,
      gap: shortGap,
      way: fc.constantFrom(...ways),
      before: fc.constantFrom('nothing', 'www'),
      from: fc.constantFrom('website', 'engine'),
    }),
  render: (plan, identity, target) => {
    const { day, gap, way, from } = plan;
    const requirement: RequirementId = `piwik.referrer.${way}`;
    const [who, twin] = [person(0, identity), person(1, identity)];
    const start = identity.clock(day);
    const outside: Pairs = [['urlref', wireOf(from === 'website' ? website : `${engines[0].page}some+words`)]];
    const address = addressOf(plan, identity);
    const named: Pairs = address === undefined ? [] : [['urlref', wireOf(address)]];
    const late = { who, at: start + gap, pairs: [...viewing(page(2, identity)), ...outside] };
    return {
      requests: requestsOf(
        [
          { who, at: start, pairs: [...viewing(page(0, identity)), ...named] },
          { who: twin, at: start, pairs: [...viewing(page(1, identity)), ...outside] },
          ...(way === 'first-action' ? [late] : []),
        ],
        target,
      ),
      expected: [
        row('log_visit', 'visit', of(who), requirement, storedOf(way, requirement)),
        // A tracker that calls every visit direct would pass without this one.
        row('log_visit', 'twin', of(twin), requirement, {
          referer_type: holds(from === 'website' ? WEBSITE : SEARCH_ENGINE, requirement),
        }),
      ],
      absent: [],
    };
  },
};
