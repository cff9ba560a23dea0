/** Visits that came from nowhere else, and referrers that come too late. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { engines } from '../draw/engines.ts';
import { shortGap } from '../draw/gap.ts';
import { requestsOf } from '../request/chain.ts';
import { type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

type Way = 'direct' | 'own-site' | 'first-action';

interface Plan {
  day: number;
  gap: number;
  way: Way;
  /** From where a visitor comes who comes from somewhere. */
  from: 'website' | 'engine';
}

const DIRECT = 1;
const SEARCH_ENGINE = 2;
const WEBSITE = 3;
const website = 'http://news.example/page';

export const referrerRest: Experiment<Plan> = {
  id: 'piwik.referrer-rest',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.referrer.direct', 'piwik.referrer.own-site', 'piwik.referrer.first-action'],
  casesPerRun: 2,
  branches: {
    ...choicesOf(['direct', 'own-site', 'first-action'], ({ way }) => way),
    ...choicesOf(['website', 'engine'], ({ from }) => from),
  },
  plan: () =>
    fc.record({
      day: dayOffset,
      gap: shortGap,
      way: fc.constantFrom<Way[]>('direct', 'own-site', 'first-action'),
      from: fc.constantFrom('website', 'engine'),
    }),
  render: ({ day, gap, way, from }, identity, target) => {
    const requirement: RequirementId = `piwik.referrer.${way}`;
    const [who, twin] = [person(0, identity), person(1, identity)];
    const start = identity.clock(day);
    const outside: Pairs = [['urlref', wireOf(from === 'website' ? website : `${engines[0].page}some+words`)]];
    const inside: Pairs = way === 'own-site' ? [['urlref', wireOf(page(9, identity).url)]] : [];
    const late = { who, at: start + gap, pairs: [...viewing(page(2, identity)), ...outside] };
    return {
      requests: requestsOf(
        [
          { who, at: start, pairs: [...viewing(page(0, identity)), ...inside] },
          { who: twin, at: start, pairs: [...viewing(page(1, identity)), ...outside] },
          ...(way === 'first-action' ? [late] : []),
        ],
        target,
      ),
      expected: [
        row('log_visit', 'visit', of(who), requirement, { referer_type: holds(DIRECT, requirement) }),
        // A tracker that calls every visit direct would pass without this one.
        row('log_visit', 'twin', of(twin), requirement, {
          referer_type: holds(from === 'website' ? WEBSITE : SEARCH_ENGINE, requirement),
        }),
      ],
      absent: [],
    };
  },
};
