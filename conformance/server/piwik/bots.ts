/** Requests of programs are not tracked, unless they ask for it. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment, TargetFacts } from '../model.ts';
import { get, type Hit, type Pairs, wireOf } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { bareHitOf, hitOf, type Person, person } from './request/person.ts';
import { noRow, of, row } from './row/rows.ts';

/** Programs that name themselves, on every list there is. */
const bots = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'facebookexternalhit/1.0 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 6_0 like Mac OS X) (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 7_0 like Mac OS X) (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
] as const;

interface Plan {
  bot: string;
  /** Whether the header names it, or the parameter in its stead. */
  by: 'header' | 'parameter';
}

const demanded: Pairs = [['bots', '1']];

function asBot(hit: Hit, { bot, by }: Plan): Hit {
  if (by === 'header') return { ...hit, headers: { ...hit.headers, 'user-agent': bot } };
  return { ...hit, pairs: [...hit.pairs, ['ua', wireOf(bot)]] };
}

function views(who: Person, slot: number, target: TargetFacts, identity: Parameters<Experiment['render']>[1]) {
  return bareHitOf(who, target, viewing(page(slot, identity)));
}

export const botRequests: Experiment<Plan> = {
  id: 'piwik.bots',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.bots.not-tracked',
    'piwik.bots.tracked-on-demand',
    'piwik.bots.each-request',
    'piwik.bots.without-token',
  ],
  branches: choicesOf(['header', 'parameter'], ({ by }) => by),
  plan: () => fc.record({ bot: fc.constantFrom(...bots), by: fc.constantFrom('header', 'parameter') }),
  render: (plan, identity, target) => {
    const [unasked, asked] = [person(0, identity), person(1, identity)];
    const privileged = person(2, identity);
    const onPage = (slot: number) => ({ ...of(asked), 'idaction_url.name': page(slot, identity).name });
    const withBots = (hit: Hit) => ({ ...hit, pairs: [...hit.pairs, ...demanded] });
    return {
      requests: [
        get(asBot(views(unasked, 0, target, identity), plan)),
        get(asBot(withBots(views(asked, 1, target, identity)), plan)),
        get(asBot(views(asked, 2, target, identity), plan)),
        get(asBot(withBots(views(asked, 3, target, identity)), plan)),
        get(asBot(withBots(hitOf(privileged, target, viewing(page(4, identity)))), plan)),
      ],
      expected: [
        row('log_link_visit_action', 'without token', onPage(1), 'piwik.bots.without-token'),
        row('log_link_visit_action', 'again', onPage(3), 'piwik.bots.without-token'),
        row('log_link_visit_action', 'on demand', of(privileged), 'piwik.bots.tracked-on-demand'),
      ],
      absent: [
        noRow('log_link_visit_action', of(unasked), 'piwik.bots.not-tracked', 'without token'),
        noRow('log_link_visit_action', onPage(2), 'piwik.bots.each-request', 'again'),
      ],
    };
  },
};
